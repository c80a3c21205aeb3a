import { meanIntervalOfFinite } from "./mean-interval.ts";
import { differenceOf } from "./rounding.ts";
import { sampleDeviation } from "./sample.ts";

/**
 * Holds the mean difference of two worlds under common random numbers. `null` is a number that too few pairs
 * leave unknown.
 */
export interface PairedDifference {
  /** Pairs with a finite value in both worlds. */
  readonly n: number;
  /** Mean of other - base. */
  readonly mean: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
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

/**
 * Returns the mean of other - base over pairs with its Student-t interval (paired t; Law 2015, sections
 * 10.2.1 and 11.2: common random numbers) and what the pairing saved: (variance base + variance other) /
 * variance of the difference. A pair that lacks a value in either world is left out of all of it. A
 * difference, or a spread of differences, that is no more than rounding leaves is 0.
 */
export function pairedDifference(
  base: ArrayLike<number>,
  other: ArrayLike<number>,
  confidence = 0.95,
): PairedDifference {
  if (base.length !== other.length)
    throw new RangeError(
      `pairs: expected as many values in both worlds, got ${base.length} and ${other.length}`,
    );
  const ofBase: number[] = [];
  const ofOther: number[] = [];
  const differences: number[] = [];
  let scale = 0;
  for (let i = 0; i < base.length; i++) {
    if (!Number.isFinite(base[i]) || !Number.isFinite(other[i])) continue;
    ofBase.push(base[i]);
    ofOther.push(other[i]);
    differences.push(differenceOf(base[i], other[i]));
    scale = Math.max(scale, Math.abs(base[i]), Math.abs(other[i]));
  }
  const { n, mean, sd, ciLow, ciHigh } = meanIntervalOfFinite(differences, confidence, scale);
  const [sdBase, sdOther] = [sampleDeviation(ofBase), sampleDeviation(ofOther)];
  if (sd === null || sdBase === null || sdOther === null)
    return {
      n,
      mean,
      ciLow,
      ciHigh,
      sdPaired: null,
      sdUnpaired: null,
      varianceReduction: null,
      noReduction: "under two pairs",
    };
  const unpaired = sdBase * sdBase + sdOther * sdOther;
  return {
    n,
    mean,
    ciLow,
    ciHigh,
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
