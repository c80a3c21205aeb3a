import { messages } from "../messages/index.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import { command } from "./command.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { RESULTS } from "./options/results.ts";
import { readCount, single, TEXT, type TextOption } from "./options/text.ts";
import { readWorkers, WORKERS } from "./options/workers.ts";

const DEFAULT_SAMPLE = 5;
const MAX_SAMPLE = 1_000_000;

/** Checks a results folder: the hash of every file, and a random sample of its numbers simulated again. */
export const verifyCommand = command({
  name: "verify",
  usage: "verify <results>",
  describe: "Check a results folder: its hashes, and a random sample of its numbers simulated again",
  examples: [
    ["linksim verify results/glasgow-pilot", "every hash, and five replications bit for bit"],
    ["linksim verify results/glasgow-pilot --sample all", "every file made again, in every format"],
  ],
  remark: messages.verifyRemark,
  positionals: { results: RESULTS },
  options: {
    sample: {
      ...TEXT,
      defaultDescription: String(DEFAULT_SAMPLE),
      describe:
        "How many replications of a run, or points of a sweep, are simulated again, drawn anew each " +
        "time: a number, or all",
    },
    workers: WORKERS,
    quiet: QUIET,
    json: JSON_RESULT,
  },
  async perform({ results, quiet, json, ...given }) {
    const how = { sample: readSample(given.sample), quiet, json };
    const workers = readWorkers(given.workers);
    const { isBareEnsemble, verifyEnsemble } = await import("../verify/verify-ensemble.ts");
    const { verifyResults } = await import("../verify/verify-results.ts");
    const { openPool } = await import("../threads/pool.ts");
    const signal = listenForInterruption();
    const verify = isBareEnsemble(results) ? verifyEnsemble : verifyResults;
    await verify(results, { ...how, signal, openExecutor: () => openPool(workers, signal) });
  },
});

function readSample(given: TextOption): number {
  if (single("sample", given) === "all") return Number.POSITIVE_INFINITY;
  return readCount("sample", given, MAX_SAMPLE) ?? DEFAULT_SAMPLE;
}
