import { type ReplicationInterval, replicationInterval } from "./replication-interval.ts";
import { differenceOf, isEqualButForRounding } from "./rounding.ts";
import { finiteValues, sampleDeviation } from "./sample.ts";

/**
 * Holds the mean of other - base under common random numbers, over pairs with a finite value in both worlds.
 * `null` is a number that too few pairs leave unknown.
 */
export interface PairedDifference extends Omit<ReplicationInterval, "events"> {
  /** Pairs whose worlds differ in what was measured. */
  readonly differ: number;
  /** Standard deviation of the differences (divisor n - 1). */
  readonly sdPaired: number | null;
  /** What it would be with seeds of their own: the root of the sum of both variances. */
  readonly sdUnpaired: number | null;
  /**
   * How many times fewer replications the pairs need than independent seeds do, for an interval of the same
   * width.
   */
  readonly varianceReduction: number | null;
  /** Why there is no such number: too few pairs, or differences without a spread. */
  readonly noReduction: "under two pairs" | "no spread" | null;
}

/** Says how a difference is judged. */
export interface PairedOptions {
  /** Of the interval; 95 % if left out. */
  readonly confidence?: number;
  /** What was measured in both worlds, to count how many pairs differ; the values if left out. */
  readonly measured?: readonly [base: ArrayLike<number>, other: ArrayLike<number>];
}

/**
 * Returns the mean of other - base over pairs (common random numbers: Law 2015, sections 10.2.1 and 11.2)
 * with an interval as `replicationInterval` gives one of the differences, and what the pairing saved:
 * (variance base + variance other) / variance of the difference. A pair that lacks a value in either world is
 * left out of all of it. A difference, or a spread of differences, that is no more than rounding leaves is 0.
 */
export function pairedDifference(
  base: ArrayLike<number>,
  other: ArrayLike<number>,
  { confidence = 0.95, measured = [base, other] }: PairedOptions = {},
): PairedDifference {
  if (base.length !== other.length)
    throw new RangeError(
      `pairs: expected as many values in both worlds, got ${base.length} and ${other.length}`,
    );
  const ofBase: number[] = [];
  const ofOther: number[] = [];
  const differences = new Float64Array(base.length).fill(Number.NaN);
  const counted = new Float64Array(base.length).fill(Number.NaN);
  let scale = 0;
  for (let i = 0; i < base.length; i++) {
    if (!Number.isFinite(base[i]) || !Number.isFinite(other[i])) continue;
    ofBase.push(base[i]);
    ofOther.push(other[i]);
    differences[i] = differenceOf(base[i], other[i]);
    counted[i] = differenceOf(measured[0][i], measured[1][i]);
    scale = Math.max(scale, Math.abs(base[i]), Math.abs(other[i]));
  }
  const there = finiteValues(differences);
  const isLevel = there.length > 0 && isEqualButForRounding(there, scale);
  const { events, ...interval } = replicationInterval(
    isLevel ? differences.map((value) => (Number.isFinite(value) ? there[0] : value)) : differences,
    counted,
    confidence,
  );
  const { sd } = interval;
  const [sdBase, sdOther] = [sampleDeviation(ofBase), sampleDeviation(ofOther)];
  if (sd === null || sdBase === null || sdOther === null)
    return {
      ...interval,
      differ: events,
      sdPaired: null,
      sdUnpaired: null,
      varianceReduction: null,
      noReduction: "under two pairs",
    };
  const unpaired = sdBase * sdBase + sdOther * sdOther;
  return {
    ...interval,
    differ: events,
    sdPaired: sd,
    sdUnpaired: Math.sqrt(unpaired),
    varianceReduction: sd === 0 ? null : unpaired / (sd * sd),
    noReduction: sd === 0 ? "no spread" : null,
  };
}

/**
 * Returns the most that common random numbers could save between two worlds whose spreads have this ratio:
 * (1 + r^2) / (1 - r)^2, infinite for like spreads. With correlation c the variance of the difference is
 * base (1 + r^2 - 2 c r), least at c = 1, where it is base (1 - r)^2: what is left is the one world's
 * swinging more widely, which no seed can take away.
 */
export function reductionBound(sdBase: number, sdOther: number): number {
  const apart = sdBase - sdOther;
  return (sdBase * sdBase + sdOther * sdOther) / (apart * apart);
}
