import { defineConfig, type Plugin } from "vitest/config";
import { openModelCode } from "./cli/build/model-code.ts";

/** Works out once, for all projects, the digest that only a build writes into the program. */
let digest: Promise<string> | undefined;
async function digestOfSources(): Promise<string> {
  const model = await openModelCode(import.meta.dirname);
  const found = await model.digest();
  await model.close();
  return found;
}

/** The file that holds that digest. */
const isDigest = (id: string): boolean => id.endsWith("/sim/experiment/model-digest.ts");

/** Gives sources under test the digest of their model, which hangs on other files too and so is never kept. */
const modelDigest: Plugin = {
  name: "digest of the model",
  configureVitest({ experimental_defineCacheKeyGenerator: defineKeyGenerator }) {
    defineKeyGenerator(({ id }) => (isDigest(id) ? false : undefined));
  },
  async load(id) {
    if (!isDigest(id)) return undefined;
    digest ??= digestOfSources();
    return `export const MODEL_DIGEST = ${JSON.stringify(await digest)};`;
  },
};

/**
 * Ends what hangs. No test fails because the machine is busy: this is many times what any takes on one that
 * is.
 */
const HANGS = 30 * 60_000;

/** What runs the program as it was built, or in another engine. */
const BUILT = [
  "test/cases/**/*.test.ts",
  "test/cli/**/*.test.ts",
  "test/cross-engine/**/*.test.ts",
  "test/notebooks/**/*.test.ts",
  "test/slurm/**/*.test.ts",
  "test/report/page.test.ts",
  "test/report/six-pages.test.ts",
  "test/report/stale-page.test.ts",
  "test/house/library-page.test.ts",
  "test/house/readme.test.ts",
];

/**
 * What simulates or draws for long: against theory; the model's laws, ablations and loops; decisions of many
 * seeds; folders that were doctored; small services drawn at random; what the findings rest on, and the model's
 * digest, for which all of its code is put together many times.
 */
const LONG = [
  "test/**/*.theory.test.ts",
  "test/calibration/calibrate.test.ts",
  "test/calibration/hidden-truth.test.ts",
  "test/calibration/history-match.test.ts",
  "test/ensemble/command.test.ts",
  "test/ensemble/left-out.test.ts",
  "test/ensemble/members-again.test.ts",
  "test/ensemble/plan.test.ts",
  "test/ensemble/sweep.test.ts",
  "test/experiment/attribute.test.ts",
  "test/experiment/compare.test.ts",
  "test/experiment/difference-precision.test.ts",
  "test/experiment/frontier.test.ts",
  "test/experiment/least-level.test.ts",
  "test/experiment/own-measures.test.ts",
  "test/experiment/sensitivity.test.ts",
  "test/experiment/together.prop.test.ts",
  "test/house/findings.test.ts",
  "test/house/model-digest.test.ts",
  "test/hostile/**/*.test.ts",
  "test/model/**/*.test.ts",
  "test/report/carriers.test.ts",
  "test/report/nobody.prop.test.ts",
  "test/results/replication-detail.test.ts",
  "test/verify/**/*.test.ts",
];

export default defineConfig({
  plugins: [modelDigest],
  test: {
    testTimeout: HANGS,
    hookTimeout: HANGS,
    teardownTimeout: HANGS,
    pool: "forks",
    maxWorkers: 2,
    globalSetup: "test/support/scratch.ts",
    // The built program is what Node makes of it.
    server: { deps: { external: [/\/dist\/cli\//] } },
    // Files share a process and the modules that are loaded in it, which halves the time: no test changes
    // what another reads.
    isolate: false,
    // What was transformed is kept from one project and one run to the next, by its content.
    experimental: { fsModuleCache: true },
    // A snapshot that is missing fails here as it does in CI; `-u` writes it.
    update: "none",
    // A test that has asserted nothing fails.
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [...BUILT, ...LONG] },
      },
      { extends: true, test: { name: "long", include: LONG } },
      { extends: true, test: { name: "built", include: BUILT } },
    ],
  },
});
