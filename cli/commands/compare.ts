import { MAX_REPLICATIONS } from "../../sim/experiment/door.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { CompareTask } from "../work/task.ts";
import { command } from "./command.ts";
import { DETAIL, readDetail } from "./options/detail.ts";
import { BEFORE, ENSEMBLE, MEMBERS, OF_MEMBERS, readEnsembleOption } from "./options/ensemble.ts";
import { FORMAT, readFormats } from "./options/format.ts";
import { OUT } from "./options/out.ts";
import { FULL, JSON_RESULT, QUIET } from "./options/output.ts";
import { readPlace } from "./options/place.ts";
import { readExtent, readPrecision } from "./options/precision.ts";
import { REPLICATIONS } from "./options/replications.ts";
import { REPORT } from "./options/report.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { SHARD } from "./options/shard.ts";
import { STORE } from "./options/store.ts";
import { single, TEXT, type TextOption, wholeNumber } from "./options/text.ts";
import { VARIANTS } from "./options/variants.ts";
import { WORKERS } from "./options/workers.ts";

/** Simulates scenarios under common random numbers, shows what differs and writes the results folder. */
export const compareCommand = command({
  name: "compare",
  usage: "compare <base> <other..>",
  describe:
    "Simulate scenarios under common random numbers: what differs, how surely, who gained and who lost",
  examples: [
    [
      "linksim compare glasgow-pilot glasgow-pilot-cut",
      "what a cut of charities' income changes, and for whom",
    ],
    [
      "linksim compare glasgow-pilot glasgow-pilot-cut --twins 1 --out cut",
      "the same, and the tables of who gained and who lost",
    ],
  ],
  remark: messages.standardsExit,
  positionals: {
    base: {
      type: "string",
      demandOption: true,
      describe:
        "The scenario that the others are compared with: a file, a folder, or the name of one that " +
        "comes with linksim",
    },
    other: {
      type: "string",
      array: true,
      demandOption: true,
      describe: "Scenarios with one thing or more changed",
    },
  },
  options: {
    seed: SEED,
    replications: REPLICATIONS,
    precision: {
      ...TEXT,
      describe:
        "Simulate until differences are known: 0.05 for ± 5 % of the base's mean of " +
        "measures.precision_on, sign for on which side of 0 they lie, or METRIC=WIDTH,.. such as " +
        "wait.first_contact.mean=1 day",
    },
    workers: WORKERS,
    out: OUT,
    format: FORMAT,
    detail: DETAIL,
    store: STORE,
    shard: SHARD,
    set: SET,
    quiet: QUIET,
    json: JSON_RESULT,
    full: FULL,
    twins: {
      ...TEXT,
      defaultDescription: "5",
      describe:
        "Replications of which the table twins names the people whose fate differs; counts are of all",
    },
    report: REPORT,
    variants: VARIANTS,
    ensemble: ENSEMBLE,
    "member-replications": OF_MEMBERS,
    members: MEMBERS,
    before: BEFORE,
  },
  async perform(given) {
    const set = readSets(given.set);
    const task: CompareTask = {
      kind: "compare",
      seed: readSeed(given.seed),
      extent: readExtent(given.replications, await readDifferences(given.precision)),
      formats: readFormats(given.format),
      detail: readDetail(given.detail, given.out),
      twins: await readTwins(given.twins),
      variants: given.variants,
    };
    const place = readPlace(given);
    if (place.out === undefined && given.format !== undefined) throw badInput(messages.formatWithoutOut);
    if (place.shard !== undefined && task.extent.kind !== "replications")
      throw badInput(messages.shardOfPrecision);
    const { before, members } = given;
    const asked = readEnsembleOption(given.ensemble, given["member-replications"], {
      ...{ before, members, seed: task.seed },
    });
    const { performUnderEnsemble } = await import("../work/perform.ts");
    await performUnderEnsemble(task, [given.base, ...given.other], set, place, asked);
  },
});

type Differences = Extract<CompareTask["extent"], { kind: "differences" }>;

/** Reads how surely differences are to be known; undefined if it was not asked for. */
async function readDifferences(given: TextOption): Promise<Differences | undefined> {
  const text = single("precision", given);
  if (text === undefined) return undefined;
  if (text === "sign") return { kind: "differences", goal: { kind: "sign" } };
  if (text.includes("=")) return { kind: "differences", goal: await readHalfWidths(text) };
  const share = readPrecision(text);
  return share === undefined ? undefined : { kind: "differences", goal: { kind: "relative", share } };
}

async function readHalfWidths(text: string): Promise<Extract<Differences["goal"], { kind: "absolute" }>> {
  const { CATALOGUE } = await import("../../sim/measures/catalogue.ts");
  const { describeMetric } = await import("../../sim/measures/describe-metric.ts");
  const { nearestName } = await import("../../sim/scenario/nearest-name.ts");
  const { readTarget, targetInWords } = await import("../../sim/scenario/target.ts");
  const nearestMetric = (metric: string): string | undefined =>
    nearestName(
      metric,
      CATALOGUE.map((entry) => entry.metric),
    );
  // A comma within a number, as in 1,000 GBP, has no metric behind it.
  const halfWidths = text.split(/,(?=\s*[a-z_]+\.)/).map((part) => {
    const [metric, width] = part.split("=").map((word) => word.trim());
    const unit = describeMetric(metric)?.unit;
    if (unit === undefined) throw badInput(messages.noSuchMetric("precision", metric, nearestMetric(metric)));
    const within = readTarget(unit, width ?? "");
    if (within === null || !(within > 0))
      throw badInput(messages.badWidth(metric, width ?? "", targetInWords(unit)));
    return { metric, within };
  });
  return { kind: "absolute", halfWidths };
}

async function readTwins(given: TextOption): Promise<number> {
  const text = single("twins", given);
  if (text === undefined) return (await import("../../sim/experiment/compare.ts")).DEFAULT_TWINS;
  if (text === "0") return 0;
  const twins = wholeNumber(text, MAX_REPLICATIONS);
  if (twins === undefined) throw badInput(messages.badCount("twins", text, MAX_REPLICATIONS, 0));
  return twins;
}
