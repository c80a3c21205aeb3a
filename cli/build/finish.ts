import { allowToRun } from "./allow-to-run.ts";
import { bundleProgram } from "./bundle-program.ts";
import type { ModelCode } from "./model-code.ts";
import { stampModelDigest } from "./stamp-model-digest.ts";

/** Makes the program of what was compiled: with the digest of its model, and in few files. */
export async function finish(root: string, model: ModelCode): Promise<void> {
  const digest = await model.digest();
  stampModelDigest(digest);
  await bundleProgram(root, digest);
  allowToRun();
}
