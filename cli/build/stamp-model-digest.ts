import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COMPILED = fileURLToPath(new URL("../../sim/experiment/model-digest.js", import.meta.url));
const CONSTANT = /(?<=MODEL_DIGEST = ")\w+(?=")/;

/** Writes the digest of the model into the program that was just compiled. */
export function stampModelDigest(digest: string): void {
  const text = readFileSync(COMPILED, "utf8");
  if (!CONSTANT.test(text)) throw new Error(`${COMPILED} has no constant for the digest of the model`);
  writeFileSync(COMPILED, text.replace(CONSTANT, digest));
}
