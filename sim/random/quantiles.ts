import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import pow from "@stdlib/math-base-special-pow";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * Turns one uniform into one variate by inverse transform, so that a draw never takes more numbers in one
 * world than in another. All logarithms, exponentials and quantiles are @stdlib's: the same bits in every
 * JavaScript engine.
 */

const standardNormal = normalQuantile.factory(0, 1);

/** Draws from the exponential distribution with this mean. */
export function exponential(u: number, mean: number): number {
  return -mean * ln(u);
}

/** Draws from the Weibull distribution with this median. */
export function weibull(u: number, median: number, shape: number): number {
  return median * pow(-ln(u) / Math.LN2, 1 / shape);
}

/** Draws from the normal distribution with mean 0. */
export function normal(u: number, standardDeviation: number): number {
  return standardDeviation * standardNormal(u);
}

/** Draws from the lognormal distribution with median 1 and this spread of its logarithm. */
export function lognormal(u: number, sigma: number): number {
  return exp(sigma * standardNormal(u));
}

/** Draws from the geometric distribution on 1, 2, 3 ... with this mean (at least 1). */
export function geometric(u: number, mean: number): number {
  if (mean <= 1) return 1;
  return 1 + Math.floor(ln(u) / ln(1 - 1 / mean));
}

/** Draws from the standard Gumbel distribution, the noise of a logit choice (McFadden 1974). */
export function gumbel(u: number): number {
  return -ln(-ln(u));
}

/** Gives the logistic function. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Gives the index of the share that u falls into, for cumulative shares that end in 1. */
export function category(u: number, cumulative: ArrayLike<number>): number {
  let i = 0;
  while (i < cumulative.length - 1 && u >= cumulative[i]) i++;
  return i;
}

/** Adds shares up and scales them, so that the last is exactly 1. */
export function cumulate(shares: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(shares.length);
  let total = 0;
  for (let i = 0; i < shares.length; i++) {
    total += shares[i];
    sums[i] = total;
  }
  for (let i = 0; i < sums.length; i++) sums[i] = total > 0 ? sums[i] / total : (i + 1) / sums.length;
  return sums;
}
