import { packageFolder } from "../scenarios/package-folder.ts";
import { finish } from "./finish.ts";
import { openModelCode } from "./model-code.ts";

// What `npm run build` does after it has compiled.

const model = await openModelCode(packageFolder());
await finish(packageFolder(), model);
await model.close();
