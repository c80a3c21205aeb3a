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

/** Ends what hangs. No test fails because the machine is busy: this is many times what any takes on one that is. */
const HANGS = 30 * 60_000;

export default defineConfig({
  plugins: [modelDigest],
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: HANGS,
    hookTimeout: HANGS,
    teardownTimeout: HANGS,
    pool: "forks",
    maxWorkers: 2,
    // A snapshot that is missing fails here as it does in CI; `-u` writes it.
    update: "none",
    // A test that has asserted nothing fails.
    expect: { requireAssertions: true },
  },
});
