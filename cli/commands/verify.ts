import { command } from "./command.ts";
import { JSON_RESULT } from "./options/output.ts";
import { RESULTS } from "./options/results.ts";
import { readCount, single, TEXT, type TextOption } from "./options/text.ts";

const DEFAULT_SAMPLE = 5;
const MAX_SAMPLE = 1_000_000;

/** Checks a results folder: the hash of every file, and a random sample of its numbers simulated again. */
export const verifyCommand = command({
  name: "verify",
  usage: "verify <results>",
  describe: "Check a results folder: its hashes, and a random sample of its numbers simulated again",
  examples: [
    ["linksim verify results/glasgow-pilot", "every hash, and five replications bit for bit"],
    ["linksim verify results/glasgow-pilot --sample all", "every number"],
  ],
  positionals: { results: RESULTS },
  options: {
    sample: {
      ...TEXT,
      defaultDescription: String(DEFAULT_SAMPLE),
      describe:
        "How many replications of a run, or points of a sweep, are simulated again, drawn anew each " +
        "time: a number, or all",
    },
    json: JSON_RESULT,
  },
  async perform({ results, sample, json }) {
    const wanted = readSample(sample);
    await (await import("../verify/verify-results.ts")).verifyResults(results, { sample: wanted, json });
  },
});

function readSample(given: TextOption): number {
  if (single("sample", given) === "all") return Number.POSITIVE_INFINITY;
  return readCount("sample", given, MAX_SAMPLE) ?? DEFAULT_SAMPLE;
}
