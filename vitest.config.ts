import { defineConfig, type Plugin } from "vitest/config";
import { openModelCode } from "./cli/build/model-code.ts";

/** Gives sources under test the digest of their model, which only a build writes into the program. */
const modelDigest: Plugin = {
  name: "digest of the model",
  async load(id) {
    if (!id.endsWith("/sim/experiment/model-digest.ts")) return undefined;
    const model = await openModelCode(import.meta.dirname);
    const digest = await model.digest();
    await model.close();
    return `export const MODEL_DIGEST = ${JSON.stringify(digest)};`;
  },
};

export default defineConfig({
  plugins: [modelDigest],
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, pool: "forks", maxWorkers: 2 },
});
