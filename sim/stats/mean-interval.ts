import { finiteValues, sampleDeviation, sampleMean } from "./sample.ts";
import { studentTCritical } from "./student-t.ts";

/** Holds a mean with its interval. `null` is a number that too few values leave unknown. */
export interface MeanInterval {
  /** How many values were there: NaN entries are left out. */
  readonly n: number;
  readonly mean: number | null;
  /** Standard deviation with divisor n - 1. */
  readonly sd: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/**
 * Returns the mean of independent values and its Student-t interval, mean ± t(confidence, n - 1) sd / √n
 * (Student 1908; for replications, Law 2015, section 9.4.1). NaN and infinities are left out and `n` says
 * how many remain. With n = 1 there is a mean and no interval; with n = 0 all are null. Equal values give an
 * interval of no width.
 */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): MeanInterval {
  return meanIntervalOfFinite(finiteValues(values), confidence);
}

/**
 * Does as `meanInterval` with values that are known to be finite; differences of numbers up to `scale` that
 * rounding alone tells apart are equal.
 */
export function meanIntervalOfFinite(finite: number[], confidence = 0.95, scale = 0): MeanInterval {
  const n = finite.length;
  const mean = sampleMean(finite);
  const sd = sampleDeviation(finite, scale);
  if (mean === null || sd === null) return { n, mean, sd: null, ciLow: null, ciHigh: null };
  const halfWidth = (studentTCritical(confidence, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, ciLow: mean - halfWidth, ciHigh: mean + halfWidth };
}
