import { LEARNT_BELOW } from "../calibration/learnt.ts";
import { type MemberRuns, rangeOf, shareOnSide } from "../findings/not-known.ts";
import { bootstrapInterval } from "../sensitivity/bootstrap.ts";
import { weightedQuantiles } from "../stats/weighted-quantiles.ts";
import { differingRows, type RangeOf, resampledRanges } from "./headlines.ts";
import type { EnsembleMember } from "./members-file.ts";
import { variedValues } from "./parameter-values.ts";
import { weightsOf } from "./simulate-members.ts";

/** What was simulated of a scenario under sets of values as they were before, and under the members. */
export interface RunsBeforeAfter {
  readonly before: MemberRuns;
  readonly after: MemberRuns;
}

/** By how much published figures narrow the range of a difference: what a decision rests on. */
export interface BeforeAfter {
  readonly scenario: string;
  readonly base: string;
  readonly metric: string;
  readonly of: RangeOf;
  /** 5th and 95th centile over the ranges as they were before any published figure was used. */
  readonly before: readonly [low: number, high: number];
  /** The same over the members of the ensemble, which fit the figures. */
  readonly after: readonly [low: number, high: number];
  /** Width after over width before; null where there was none. */
  readonly left: number | null;
  /** 95 % interval of that (bootstrap over both sets); nulls where it cannot be told. */
  readonly leftInterval: readonly [low: number | null, high: number | null];
  /** Share of the sets of values, by weight, in which the difference lies under 0. */
  readonly fewerBefore: number | null;
  readonly fewerAfter: number | null;
}

/**
 * Sets the ranges of headline differences over members beside those over their ranges before: what published
 * figures teach of a decision, which is not what they teach of its parameters.
 */
export function beforeAfter(
  [base, first]: readonly [name: string, runs: RunsBeforeAfter],
  [scenario, other]: readonly [name: string, runs: RunsBeforeAfter],
  seed: string,
): readonly BeforeAfter[] {
  const rowsBefore = differingRows(first.before, other.before);
  return differingRows(first.after, other.after).flatMap(
    ({ metric, of, rows }, i): readonly BeforeAfter[] => {
      const sides = [
        { rows: rowsBefore[i].rows, weights: first.before.weights, seed: `${seed}/before` },
        { rows, weights: first.after.weights, seed },
      ];
      const [before, after] = sides.map((side) => rangeOf(side.rows, side.weights));
      if (before === null || after === null) return [];
      const [fewerBefore, fewerAfter] = sides.map((side) => shareOnSide(side.rows, side.weights, -1));
      const left = isNone(before) ? null : (after[1] - after[0]) / (before[1] - before[0]);
      const [wide, kept] = sides.map((side) =>
        resampledRanges(side.rows, side.weights, side.seed).map((ends) => ends[1] - ends[0]),
      );
      const ratios = kept.map((width, resample) => [width / wide[resample]]);
      const leftInterval = bootstrapInterval(left ?? Number.NaN, ratios, 0, rows.length);
      return [{ scenario, base, metric, of, before, after, left, leftInterval, fewerBefore, fewerAfter }];
    },
  );
}

/** Says whether a range is as narrow as what rounding leaves of none. */
const isNone = ([low, high]: readonly [low: number, high: number]): boolean =>
  high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));

/** A parameter of which members take a shorter part of its range than chance would leave them. */
export interface Narrowed {
  readonly path: string;
  /** Length of nine tenths of the members over that before, by how much of its prior lies there. */
  readonly left: number;
}

const BEFORE = 0.9;

/** Lists the parameters that published figures narrow, the most first: `learntOf` of what a folder says. */
export function narrowedAmong(
  before: readonly EnsembleMember[],
  after: readonly EnsembleMember[],
): readonly Narrowed[] {
  const prior = new Map(variedValues(before).map(({ path, values }) => [path, values]));
  const weights = weightsOf(after);
  return variedValues(after)
    .flatMap(({ path, values }): readonly Narrowed[] => {
      const drawn = prior.get(path);
      const ends = weightedQuantiles(values, weights, [0.05, 0.95]);
      if (drawn === undefined || ends === null) return [];
      const [low, high] = ends;
      const within = drawn.filter((value) => value >= low && value <= high).length / drawn.length;
      return [{ path, left: Math.min(1, within / BEFORE) }];
    })
    .filter(({ left }) => left < LEARNT_BELOW)
    .sort((a, b) => a.left - b.left);
}
