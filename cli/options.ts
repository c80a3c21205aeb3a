import { availableParallelism } from "node:os";
import type { Options } from "yargs";
import { DEFAULT_TWINS } from "../sim/experiment/compare.ts";
import type { DifferenceGoal } from "../sim/experiment/difference-precision.ts";
import { DEFAULT_REPLICATIONS, type Extent } from "../sim/experiment/extent.ts";
import { CATALOGUE } from "../sim/measures/catalogue.ts";
import { describeMetric } from "../sim/measures/describe-metric.ts";
import { nearestName } from "../sim/scenario/nearest-name.ts";
import { readTarget, targetInWords } from "../sim/scenario/target.ts";
import { badInput } from "./exit-codes.ts";
import * as messages from "./messages.ts";

/** Most replications of a run: their numbers are held in memory until they are written. */
export const MOST_REPLICATIONS = 100_000;
const MOST_WORKERS = 256;

/** Lists the formats in which tables are written. */
export const FORMATS = ["csv", "json", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

/** Declares the options that commands share; all arrive as text and are read by the functions below, so that no number is guessed. */
export const SHARED_OPTIONS = {
  seed: {
    type: "string",
    requiresArg: true,
    defaultDescription: "1",
    describe: "Text that fixes the luck of every person; the same seed gives the same bytes",
  },
  replications: {
    type: "string",
    requiresArg: true,
    defaultDescription: "100",
    describe: "How often each scenario is simulated",
  },
  precision: {
    type: "string",
    requiresArg: true,
    describe:
      "Simulate until the 95 % interval of measures.precision_on is within ± this share of the mean, such as 0.05",
  },
  workers: {
    type: "string",
    requiresArg: true,
    defaultDescription: "every core",
    describe: "Threads to use; results never depend on it",
  },
  out: {
    type: "string",
    requiresArg: true,
    describe: "Folder for the tables; made, or replaced if it holds linksim results",
  },
  format: {
    type: "string",
    requiresArg: true,
    defaultDescription: "csv",
    describe: "Formats of the tables: csv, json, parquet, or several such as csv,parquet",
  },
  store: {
    type: "string",
    requiresArg: true,
    defaultDescription: "OUT.cells, until the tables are whole",
    describe:
      "Folder that keeps what was simulated: an interrupted command goes on from there, and none simulates it again",
  },
  shard: {
    type: "string",
    requiresArg: true,
    describe: "Simulate one part of the work, K/N, such as 3/10, and keep it for linksim merge",
  },
  set: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "PATH=VALUE to change in every scenario; may be given often",
  },
  quiet: { type: "boolean", default: false, describe: "No progress and no warnings on stderr" },
  json: { type: "boolean", default: false, describe: "Write the result on stdout as JSON" },
} as const satisfies Record<string, Options>;

/** Declares the options of `run`. */
export const RUN_OPTIONS = {
  ...SHARED_OPTIONS,
  events: {
    type: "boolean",
    default: false,
    describe: "Write a table of every event too, to follow single patients; needs --out",
  },
  report: {
    type: "boolean",
    default: false,
    describe: "Make a page for a board too, OUT.html beside the folder; needs --out",
  },
  variants: {
    type: "boolean",
    default: true,
    describe: "Simulate the other assumptions too that a scenario names; --no-variants leaves them out",
  },
} as const satisfies Record<string, Options>;

/** Declares the options of `compare`. */
export const COMPARE_OPTIONS = {
  ...SHARED_OPTIONS,
  precision: {
    type: "string",
    requiresArg: true,
    describe:
      "Simulate until differences are known: 0.05 for ± 5 % of the base's mean of measures.precision_on, sign for on which side of 0 they lie, or METRIC=WIDTH,.. such as wait.first_contact.mean=1 day",
  },
  twins: {
    type: "string",
    requiresArg: true,
    defaultDescription: "5",
    describe: "Replications of which the table twins names the people whose fate differs; counts are of all",
  },
  report: RUN_OPTIONS.report,
  variants: RUN_OPTIONS.variants,
} as const satisfies Record<string, Options>;

/** Declares the options of `sweep`. */
export const SWEEP_OPTIONS = {
  vary: {
    type: "string",
    array: true,
    requiresArg: true,
    describe:
      "PATH=A:B:STEP, PATH=A:B (lhs, sobol) or PATH=a,b,c: a parameter to vary, dates too; may be given often",
  },
  design: {
    type: "string",
    requiresArg: true,
    defaultDescription: "grid",
    describe: "How points are chosen: grid (every combination), lhs (Latin hypercube) or sobol",
  },
  points: { type: "string", alias: "n", requiresArg: true, describe: "Points of lhs or sobol" },
  seed: SHARED_OPTIONS.seed,
  replications: { ...SHARED_OPTIONS.replications, describe: "How often each point is simulated" },
  workers: SHARED_OPTIONS.workers,
  out: SHARED_OPTIONS.out,
  store: {
    ...SHARED_OPTIONS.store,
    defaultDescription: "OUT.cells",
  },
  shard: SHARED_OPTIONS.shard,
  format: SHARED_OPTIONS.format,
  set: { ...SHARED_OPTIONS.set, describe: "PATH=VALUE to change at every point; may be given often" },
  report: RUN_OPTIONS.report,
  metrics: {
    type: "string",
    requiresArg: true,
    defaultDescription: "all",
    describe: "Metrics in the table, such as reached_3.share,caseload.mean",
  },
  groups: {
    type: "boolean",
    default: false,
    describe: "Write them also by quintile, organisation type and other groups",
  },
  "on-error": {
    type: "string",
    requiresArg: true,
    defaultDescription: "stop",
    describe: "Whether a part that fails ends the sweep, or is told at the end: stop or continue",
  },
  "dry-run": {
    type: "boolean",
    default: false,
    describe:
      "List the points, which are kept already, why others are stale, and how long the rest will take",
  },
  slurm: {
    type: "string",
    requiresArg: true,
    describe:
      "Simulate nothing: write the scripts of a Slurm job array and of its merge job into this folder",
  },
  tasks: {
    type: "string",
    requiresArg: true,
    defaultDescription: "tasks of about ten minutes",
    describe: "Tasks of that array",
  },
  quiet: SHARED_OPTIONS.quiet,
  json: SHARED_OPTIONS.json,
} as const satisfies Record<string, Options>;

/** Declares a results folder that a command reads. */
export const RESULTS = {
  type: "string",
  demandOption: true,
  describe: "A results folder, as --out named it",
} as const;

/** Declares the options of `rerun`. */
export const RERUN_OPTIONS = {
  out: {
    ...SHARED_OPTIONS.out,
    describe: "Folder to keep the new tables in; without it they are compared and removed",
  },
  workers: SHARED_OPTIONS.workers,
  quiet: SHARED_OPTIONS.quiet,
  json: SHARED_OPTIONS.json,
} as const satisfies Record<string, Options>;

/** Declares the options of `verify`. */
export const VERIFY_OPTIONS = {
  sample: {
    type: "string",
    requiresArg: true,
    defaultDescription: "5",
    describe:
      "How many replications of a run, or points of a sweep, are simulated again, drawn anew each time: a number, or all",
  },
  json: SHARED_OPTIONS.json,
} as const satisfies Record<string, Options>;

/** Declares the options of `merge`. */
export const MERGE_OPTIONS = {
  out: SHARED_OPTIONS.out,
  workers: SHARED_OPTIONS.workers,
  "on-error": SWEEP_OPTIONS["on-error"],
  quiet: SHARED_OPTIONS.quiet,
  json: SHARED_OPTIONS.json,
} as const satisfies Record<string, Options>;

/** Declares the options of `evidence`. */
export const EVIDENCE_OPTIONS = {
  grade: { type: "string", requiresArg: true, describe: "Only rows of this grade: A, B or C" },
  json: SHARED_OPTIONS.json,
} as const satisfies Record<string, Options>;

/** Declares the scenario that others are compared with, and those others. */
export const COMPARED = {
  base: {
    type: "string",
    demandOption: true,
    describe:
      "The scenario that the others are compared with: a file, a folder, or the name of one that comes with linksim",
  },
  other: {
    type: "string",
    array: true,
    demandOption: true,
    describe: "Scenarios with one thing or more changed",
  },
} as const;

/** Declares the options of `chart`. */
export const CHART_OPTIONS = {
  output: {
    type: "string",
    array: true,
    alias: "o",
    requiresArg: true,
    describe: "File to write: .svg, .png or .json (Vega-Lite); may be given often",
  },
  metric: { type: "string", requiresArg: true, describe: "Metric to show, where a figure can show several" },
  target: {
    type: "string",
    requiresArg: true,
    describe: "Value to mark, in the unit of the figure: weeks of a wait, percent of a share",
  },
  variants: {
    type: "boolean",
    default: false,
    describe: "Show scenarios under their other assumptions too",
  },
} as const satisfies Record<string, Options>;

/** Declares the options of `report`. */
export const REPORT_OPTIONS = {
  output: {
    type: "string",
    alias: "o",
    requiresArg: true,
    defaultDescription: "RESULTS.html",
    describe: "File to write, .html: one page that needs no network",
  },
} as const satisfies Record<string, Options>;

/** Declares the scenarios that a command takes. */
export const SCENARIO = {
  type: "string",
  array: true,
  demandOption: true,
  describe: "A scenario file, a folder that holds scenario.yaml, or the name of one that comes with linksim",
} as const;

/** Declares a scenario of which a command takes one. */
export const ONE_SCENARIO = { ...SCENARIO, array: false } as const;

/** Declares the options of `trace` and `explain`. */
export const STORY_OPTIONS = {
  patient: {
    type: "string",
    requiresArg: true,
    describe: "Whose story: practice and register number, such as practice-3/1742",
  },
  replication: {
    type: "string",
    requiresArg: true,
    defaultDescription: "0",
    describe: "Which replication, counted from 0; no other is simulated",
  },
  seed: SHARED_OPTIONS.seed,
  set: SHARED_OPTIONS.set,
  json: SHARED_OPTIONS.json,
} as const satisfies Record<string, Options>;

/** Declares the folder of `init`. */
export const INIT_FOLDER = {
  type: "string",
  default: ".",
  describe: "Folder to write to; made if it is not there",
} as const;

/** What yargs hands over for an option that takes one text: an array if it was given more than once. */
export type TextOption = string | readonly string[] | undefined;

/** Returns the text of an option that may be given once. */
export function single(option: string, given: TextOption): string | undefined {
  if (typeof given === "string" || given === undefined) return given;
  throw badInput(messages.givenTwice(option));
}

/** Reads `--seed`. */
export function readSeed(given: TextOption): string {
  const seed = single("seed", given) ?? "1";
  if (seed === "") throw badInput(messages.noValue("seed", "a text, such as 1 or winter"));
  return seed;
}

/** Reads `--replications`; undefined if it was not given. */
export function readReplications(given: TextOption): number | undefined {
  const text = single("replications", given);
  if (text === undefined) return undefined;
  return wholeNumber(text, MOST_REPLICATIONS) ?? refuse(messages.badReplications(text, MOST_REPLICATIONS));
}

/** Reads `--replication`, counted from 0. */
export function readReplication(given: TextOption): number {
  const text = single("replication", given) ?? "0";
  if (text === "0") return 0;
  return (
    wholeNumber(text, MOST_REPLICATIONS - 1) ?? refuse(messages.badReplication(text, MOST_REPLICATIONS - 1))
  );
}

/** Reads `--patient`; undefined if it was not given. */
export function readPatientName(given: TextOption): string | undefined {
  const patient = single("patient", given);
  if (patient === "") throw badInput(messages.noValue("patient", "a practice and a register number"));
  return patient;
}

/** Reads an option that is a whole number, from 1; undefined if it was not given. */
export function readCount(option: string, given: TextOption, most: number): number | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  return wholeNumber(text, most) ?? refuse(messages.badCount(option, text, most));
}

/** Reads a list with commas; undefined if it was not given. */
export function readList(option: string, given: TextOption): readonly string[] | undefined {
  const text = single(option, given);
  if (text === undefined) return undefined;
  const members = text.split(",").map((member) => member.trim());
  return members.includes("") ? refuse(messages.noValue(option, "names between commas")) : members;
}

/** Reads `--workers`. */
export function readWorkers(given: TextOption): number {
  const text = single("workers", given);
  if (text === undefined) return Math.min(MOST_WORKERS, availableParallelism());
  return wholeNumber(text, MOST_WORKERS) ?? refuse(messages.badWorkers(text, MOST_WORKERS));
}

/** Reads `--precision`; undefined if it was not given. */
export function readPrecision(given: TextOption): number | undefined {
  const text = single("precision", given);
  if (text === undefined) return undefined;
  const share = /^(0?\.[0-9]+)$/.test(text) ? Number(text) : Number.NaN;
  return share > 0 && share < 1 ? share : refuse(messages.badPrecision(text));
}

/** Reads `--twins`. */
export function readTwins(given: TextOption): number {
  const text = single("twins", given);
  if (text === undefined) return DEFAULT_TWINS;
  if (text === "0") return 0;
  return wholeNumber(text, MOST_REPLICATIONS) ?? refuse(messages.badTwins(text, MOST_REPLICATIONS));
}

/** Reads how surely `compare` is to know differences; undefined if it was not asked for. */
export function readDifferenceGoal(given: TextOption): DifferenceGoal | undefined {
  const text = single("precision", given);
  if (text === undefined) return undefined;
  if (text === "sign") return { kind: "sign" };
  if (!text.includes("=")) {
    const share = readPrecision(given);
    return share === undefined ? undefined : { kind: "relative", share };
  }
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

const nearestMetric = (metric: string): string | undefined =>
  nearestName(
    metric,
    CATALOGUE.map((entry) => entry.metric),
  );

/** Reads how much is to be simulated: `--replications`, or `--precision`. */
export function readExtent(given: {
  readonly replications: TextOption;
  readonly precision: TextOption;
}): Extent {
  const count = readReplications(given.replications);
  const relative = readPrecision(given.precision);
  if (relative === undefined) return { kind: "replications", count: count ?? DEFAULT_REPLICATIONS };
  if (count !== undefined) throw badInput(messages.precisionAndReplications);
  return { kind: "precision", relative };
}

/** Reads `--format`, without repeats, in the order of `FORMATS`. */
export function readFormats(given: TextOption): readonly Format[] {
  const text = single("format", given) ?? "csv";
  const named = text.split(",").map((word) => word.trim().toLowerCase());
  for (const name of named) {
    if (!(FORMATS as readonly string[]).includes(name)) throw badInput(messages.badFormat(text, FORMATS));
  }
  return FORMATS.filter((format) => named.includes(format));
}

/** Reads `--set`: each must have a path before `=`; the loader checks the rest. */
export function readSets(given: readonly string[] | undefined): readonly string[] {
  for (const change of given ?? []) if (!/^[^=]+=/.test(change)) throw badInput(messages.badSet(change));
  return given ?? [];
}

/** Reads `--out`; undefined if it was not given. */
export function readOut(given: TextOption): string | undefined {
  const out = single("out", given);
  if (out === "") throw badInput(messages.noValue("out", "a folder"));
  return out;
}

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^[0-9]{1,12}$/.test(text) ? Number(text) : Number.NaN;
  return number >= 1 && number <= most ? number : undefined;
}

function refuse(message: string): never {
  throw badInput(message);
}
