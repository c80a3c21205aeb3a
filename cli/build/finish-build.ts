import { packageFolder } from "../scenarios/package-folder.ts";
import { allowToRun } from "./allow-to-run.ts";
import { openModelCode } from "./model-code.ts";
import { stampModelDigest } from "./stamp-model-digest.ts";

// What `npm run build` does after it has compiled.

const model = await openModelCode(packageFolder());
await stampModelDigest(model);
await model.close();
allowToRun();
