import { allowToRun } from "./allow-to-run.ts";
import { bundleMathematics } from "./bundle-mathematics.ts";
import { bundleProgram } from "./bundle-program.ts";
import type { ModelCode } from "./model-code.ts";
import { packShippedYaml } from "./pack-yaml.ts";
import { stampModelDigest } from "./stamp-model-digest.ts";

/** Makes the program of what was compiled: with the digest of its model, in few files, its YAML read. */
export async function finish(root: string, model: ModelCode): Promise<void> {
  const digest = await model.digest();
  stampModelDigest(digest);
  await bundleMathematics(root);
  await bundleProgram(root, digest);
  packShippedYaml();
  allowToRun();
}
