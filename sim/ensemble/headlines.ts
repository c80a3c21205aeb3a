import { SEEN_SOON } from "../findings/board.ts";
import {
  type Measured,
  type MemberRuns,
  rangeOf,
  relativeRows,
  rowsOfDifference,
  rowsOfMean,
  shareOnSide,
} from "../findings/not-known.ts";
import { bootstrap, bootstrapInterval } from "../sensitivity/bootstrap.ts";
import { type HangsMost, hangsMost } from "./hangs-most.ts";
import type { VariedValue } from "./parameter-values.ts";

/** What of a metric a range is of: its mean, by how much it differs from the base, or by what share of it. */
export type RangeOf = "mean" | "difference" | "relative difference";

/** The range of a headline number, with how well its ends are known. */
export interface HeadlineRange {
  readonly scenario: string;
  /** Null of a mean. */
  readonly base: string | null;
  readonly metric: string;
  readonly of: RangeOf;
  /** 5th and 95th centile of the members, in the unit of the metric; shares of the base where relative. */
  readonly low: number;
  readonly high: number;
  /** 95 % intervals of both ends (bootstrap over members); nulls where they cannot be told. */
  readonly lowInterval: readonly [number | null, number | null];
  readonly highInterval: readonly [number | null, number | null];
  /** Share of the members, by weight, in which it lies under 0; null of a mean. */
  readonly fewerShare: number | null;
  /** What it hangs on most among the members; null where that is no single parameter, or not known. */
  readonly hangsOn: HangsMost | null;
}

/** The numbers that a board asks for first. */
export const HEADLINES = ["people.reached_3", SEEN_SOON, "cost.total"] as const;
/** Of these it is said by what share they differ. */
const COUNTED: readonly string[] = ["people.reached_3", "cost.total"];

const RESAMPLES = 200;

/** How ranges are found. */
export interface HeadlineOptions {
  /** Of the bootstrap. */
  readonly seed: string;
  /** What the members vary; without it nothing is said of what a number hangs on. */
  readonly parameters?: readonly VariedValue[];
}

/** Gives the ranges of headline numbers of one scenario. */
export function headlineRanges(
  scenario: string,
  members: MemberRuns,
  options: HeadlineOptions,
): readonly HeadlineRange[] {
  return HEADLINES.flatMap((metric) => {
    const rows = rowsOfMean(members, ofAll(metric));
    return found({ scenario, base: null, metric, of: "mean" }, rows, members.weights, options);
  });
}

/** Gives the ranges of headline differences of a scenario from its base. */
export function headlineDifferences(
  [base, before]: readonly [name: string, members: MemberRuns],
  [scenario, after]: readonly [name: string, members: MemberRuns],
  options: HeadlineOptions,
): readonly HeadlineRange[] {
  return differingRows(before, after).flatMap(({ rows, ...of }) =>
    found({ scenario, base, ...of }, rows, before.weights, options),
  );
}

/** How a headline number of a scenario differs from its base, a row a member. */
export interface DifferingRows {
  readonly metric: string;
  readonly of: RangeOf;
  readonly rows: readonly Float64Array[];
}

/** Gives how each headline number differs, of those that are counted also by what share. */
export function differingRows(before: MemberRuns, after: MemberRuns): readonly DifferingRows[] {
  return HEADLINES.flatMap((metric): readonly DifferingRows[] => {
    const key = ofAll(metric);
    const difference = { metric, of: "difference", rows: rowsOfDifference(before, after, key) } as const;
    if (!COUNTED.includes(metric)) return [difference];
    return [difference, { metric, of: "relative difference", rows: relativeRows(before, after, key) }];
  });
}

const ofAll = (metric: string): Measured => ({ metric, groupBy: "all", group: "all" });

function found(
  about: Pick<HeadlineRange, "scenario" | "base" | "metric" | "of">,
  rows: readonly Float64Array[],
  weights: Float64Array,
  { seed, parameters = [] }: HeadlineOptions,
): readonly HeadlineRange[] {
  const range = rangeOf(rows, weights);
  if (range === null) return [];
  const ends = resampledRanges(rows, weights, seed);
  const [low, high] = range;
  return [
    {
      ...about,
      low,
      high,
      lowInterval: bootstrapInterval(low, ends, 0, rows.length),
      highInterval: bootstrapInterval(high, ends, 1, rows.length),
      fewerShare: about.base === null ? null : shareOnSide(rows, weights, -1),
      hangsOn: hangsMost(rows, weights, parameters),
    },
  ];
}

/** Gives the range of each of some samples of the members, drawn with replacement; none where it has none. */
export function resampledRanges(
  rows: readonly Float64Array[],
  weights: Float64Array,
  seed: string,
): readonly ArrayLike<number>[] {
  const range = rangeOf(rows, weights);
  if (range === null) return [];
  return bootstrap(rows.length, { seed, resamples: RESAMPLES }, (counts) => {
    const drawn = Array.from(counts, (count, member) => new Array<number>(count).fill(member)).flat();
    const sum = drawn.reduce((all, member) => all + weights[member], 0);
    return (
      rangeOf(
        drawn.map((member) => rows[member]),
        Float64Array.from(drawn, (member) => weights[member] / sum),
      ) ?? range
    );
  });
}
