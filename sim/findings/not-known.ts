import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasureKey } from "../measures/result.ts";
import { acrossReplications, type ScenarioResults } from "../measures/scenario-results.ts";
import { ratioValues } from "../stats/ratio-of-sums.ts";
import { differenceOf } from "../stats/rounding.ts";
import { shrunkMeans } from "../stats/shrunk-means.ts";
import { twoWaySplit } from "../stats/two-way-split.ts";
import { weightedQuantiles } from "../stats/weighted-quantiles.ts";

/** Fewer members than this tell no 5th and 95th centile. */
export const FEWEST_MEMBERS = 100;

/** What was simulated of one scenario under every member of an ensemble, with replications in common. */
export interface MemberRuns {
  /** One a member; they add up to 1. */
  readonly weights: Float64Array;
  /** One a member, results in order of replication. */
  readonly runs: readonly ScenarioResults[];
}

/** Two widths, in the unit of the metric; null where members or replications are too few, or lack a value. */
export interface NotKnown {
  /** Between which the mean lies in nine of ten members by weight: what is not known. */
  readonly rangeLow: number | null;
  readonly rangeHigh: number | null;
  /** Between which a single replication of any member lies in nine of ten: not known and chance together. */
  readonly predictLow: number | null;
  readonly predictHigh: number | null;
}

/** The same of a difference. */
export interface NotKnownDifference extends NotKnown {
  /** Share of the members, by weight, whose mean difference lies on the same side of 0 as a given one. */
  readonly membersShare: number | null;
}

/** Says of whom and of what. */
export type Measured = Pick<MeasureKey, "metric" | "groupBy" | "group">;

/**
 * What an ensemble says of the means and differences of scenarios, by name; null of a scenario that was not
 * simulated under its members.
 */
export interface EnsembleWidths {
  readonly ofMean: (scenario: string, key: Measured) => NotKnown | null;
  readonly ofDifference: (
    base: string,
    scenario: string,
    key: Measured,
    mean: number | null,
  ) => NotKnownDifference | null;
}

/** Both widths where nothing is known of them. */
export const NO_WIDTHS: NotKnownDifference = {
  rangeLow: null,
  rangeHigh: null,
  predictLow: null,
  predictHigh: null,
  membersShare: null,
};

/** Gives the widths of scenarios, by name, that were simulated under the same members. */
export const widthsAmong = (members: ReadonlyMap<string, MemberRuns>): EnsembleWidths => ({
  ofMean(scenario, key) {
    const runs = members.get(scenario);
    return runs === undefined ? null : notKnownOf(runs, key);
  },
  ofDifference(base, scenario, key, mean) {
    const [one, two] = [base, scenario].map((name) => members.get(name));
    return one === undefined || two === undefined ? null : notKnownDifference(one, two, key, mean);
  },
});

const CENTILES = [0.05, 0.95] as const;

/** Gives both widths of a metric over the members. */
export function notKnownOf(members: MemberRuns, key: Measured): NotKnown {
  return widthsOf(rowsOfMean(members, key), rowsBy(members, key, measuredValues), members.weights);
}

/**
 * Gives both widths of the difference of a metric between two scenarios, member by member, and in how many
 * members it lies on the side of 0 on which `mean` does.
 */
export function notKnownDifference(
  base: MemberRuns,
  other: MemberRuns,
  key: Measured,
  mean: number | null,
): NotKnownDifference {
  const rows = rowsOfDifference(base, other, key);
  const widths = widthsOf(rows, pairedRows(base, other, key, measuredValues), base.weights);
  return { ...widths, membersShare: mean === null ? null : shareOnSide(rows, base.weights, Math.sign(mean)) };
}

/** Gives a row a member of the values from which its mean of a metric is estimated. */
export const rowsOfMean = (members: MemberRuns, key: Measured): readonly Float64Array[] =>
  rowsBy(members, key, estimationValues);

/** Gives a row a member of the values from which its mean difference of a metric is estimated. */
export const rowsOfDifference = (
  base: MemberRuns,
  other: MemberRuns,
  key: Measured,
): readonly Float64Array[] => pairedRows(base, other, key, estimationValues);

/**
 * Gives a row a member for the change of a metric relative to the base: values over replications whose mean
 * is the difference of sums over the base's sum.
 */
export function relativeRows(base: MemberRuns, other: MemberRuns, key: Measured): readonly Float64Array[] {
  const after = rowsBy(other, key, measuredValues);
  return rowsBy(base, key, measuredValues).map((before, member) =>
    ratioValues([after[member]], [before]).map((ratio) => ratio - 1),
  );
}

/** Gives the 5th and 95th centile of members' means, shrunk so that chance does not widen them. */
export function rangeOf(
  rows: readonly Float64Array[],
  weights: Float64Array,
): readonly [low: number, high: number] | null {
  const shrunk = rows.length < FEWEST_MEMBERS ? null : shrunkOf(rows, weights);
  const ends = shrunk === null ? null : weightedQuantiles(shrunk, weights, CENTILES);
  return ends === null ? null : [ends[0], ends[1]];
}

/** Gives the share of members, by weight, whose shrunk mean has this sign; null where it is not known. */
export function shareOnSide(
  rows: readonly Float64Array[],
  weights: Float64Array,
  sign: number,
): number | null {
  const shrunk = shrunkOf(rows, weights);
  if (shrunk === null) return null;
  let share = 0;
  for (let i = 0; i < shrunk.length; i++) if (Math.sign(shrunk[i]) === sign) share += weights[i];
  return Math.min(1, share);
}

function widthsOf(
  estimated: readonly Float64Array[],
  measured: readonly Float64Array[],
  weights: Float64Array,
): NotKnown {
  const range = rangeOf(estimated, weights);
  const [predictLow, predictHigh] = predictionOf(measured, weights);
  return { rangeLow: range?.[0] ?? null, rangeHigh: range?.[1] ?? null, predictLow, predictHigh };
}

/** Gives the 5th and 95th centile of single replications over all members. */
function predictionOf(
  rows: readonly Float64Array[],
  weights: Float64Array,
): readonly [low: number | null, high: number | null] {
  if (rows.length < FEWEST_MEMBERS) return [null, null];
  const values: number[] = [];
  const shares: number[] = [];
  for (const [member, row] of rows.entries()) {
    const finite = row.filter(Number.isFinite);
    if (finite.length === 0) return [null, null];
    for (const value of finite) {
      values.push(value);
      shares.push(weights[member] / finite.length);
    }
  }
  const [low, high] = weightedQuantiles(values, shares, CENTILES) ?? [null, null];
  return [low, high];
}

function shrunkOf(rows: readonly Float64Array[], weights: Float64Array): Float64Array | null {
  const split = twoWaySplit(completeColumns(rows), weights);
  return split === null ? null : shrunkMeans(split);
}

/** Leaves out the replications in which a member lacks a value. */
function completeColumns(rows: readonly Float64Array[]): readonly Float64Array[] {
  const isComplete = (r: number): boolean => rows.every((row) => Number.isFinite(row[r]));
  const columns = Array.from(rows[0] ?? [], (_, r) => r).filter(isComplete);
  if (columns.length === (rows[0]?.length ?? 0)) return rows;
  return rows.map((row) => Float64Array.from(columns, (r) => row[r]));
}

type ValuesOf = typeof estimationValues;

/** Gives a row a member; members measure alike, so that the place is seldom looked for. */
function rowsBy(
  { runs }: MemberRuns,
  { metric, groupBy, group }: Measured,
  valuesOf: ValuesOf,
): Float64Array[] {
  let [known, place] = [
    runs[0]?.plan,
    runs.length === 0 ? -1 : placeOf(runs[0].plan, metric, groupBy, group),
  ];
  return runs.map(({ plan, results }) => {
    if (plan !== known) [known, place] = [plan, placeOf(plan, metric, groupBy, group)];
    return valuesOf(plan, results, place);
  });
}

const measuredValues: ValuesOf = (_, results, place) =>
  place < 0
    ? new Float64Array(results.length).fill(Number.NaN)
    : acrossReplications(results, "values", place);

function pairedRows(base: MemberRuns, other: MemberRuns, key: Measured, valuesOf: ValuesOf): Float64Array[] {
  const after = rowsBy(other, key, valuesOf);
  return rowsBy(base, key, valuesOf).map((row, member) =>
    row.map((value, r) => differenceOf(value, after[member][r])),
  );
}
