import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { finiteValues, sampleDeviation, sampleMean } from "./sample.ts";
import { studentTCritical } from "./student-t.ts";

/** Fewer values than this say nothing. */
const MIN_VALUES = 10;
/** Number of values at which the sequence is made to be narrowest. */
const NARROWEST_AT = 30;
/** More than anybody would simulate. */
const MAXIMUM = 1_000_000;

/** Holds a mean with the bounds that an error allows at any number of values; null under ten values. */
export interface SequenceBounds {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Returns bounds for a mean that hold at all numbers of values together but for the stated error, so that it
 * may be looked at again as values are added and stopped when one likes: the asymptotic confidence sequence
 * of Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024, Ann Stat 52, 2613-2640, theorem 2.2), a normal
 * mixture after Robbins (1970). With few values the spread is itself uncertain, so the multiple of the
 * standard error is replaced by that of Student's t with the same tail; equal values give bounds of no width.
 */
export function confidenceSequence(values: ArrayLike<number>, error: number): SequenceBounds {
  const finite = finiteValues(values);
  const n = finite.length;
  const mean = sampleMean(finite);
  const sd = sampleDeviation(finite);
  if (mean === null || sd === null || n < MIN_VALUES) return { n, mean, sd, low: null, high: null };
  const halfWidth = multiple(n, error) * (sd / Math.sqrt(n));
  return { n, mean, sd, low: mean - halfWidth, high: mean + halfWidth };
}

/**
 * Returns about how many values would put the bounds within a distance of the mean, with mean and spread as
 * they are; null where over a million would be needed.
 */
export function valuesForDistance(sd: number, distance: number, error: number): number | null {
  const isEnough = (n: number): boolean => multiple(n, error) * sd < distance * Math.sqrt(n);
  let high = MIN_VALUES;
  while (!isEnough(high)) {
    high *= 2;
    if (high > MAXIMUM) return null;
  }
  let low = Math.max(MIN_VALUES - 1, high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Gives the multiple of the standard error that the bounds lie off the mean. */
function multiple(n: number, error: number): number {
  const log = -2 * ln(error);
  const spread = (n * (log + ln(log) + 1)) / NARROWEST_AT;
  const z = Math.sqrt(((spread + 1) / spread) * (ln(spread + 1) + log));
  return studentTCritical(1 - twoTails(z), n - 1);
}

/**
 * Gives the chance that a standard normal lies beyond ± z, for z of 2 and more (Abramowitz & Stegun
 * 26.2.12).
 */
function twoTails(z: number): number {
  const square = z * z;
  return (0.7978845608028654 * exp(-square / 2) * (1 - 1 / square + 3 / (square * square))) / z;
}
