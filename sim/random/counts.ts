import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * Draws counts by walking up the cumulative sum from 0: exact, monotone in u, one uniform a count. A
 * library's quantile of the Poisson distribution takes some 600 ns and of the binomial several thousand;
 * their parameters change every week here, so tables cannot help. Where the chance of 0 would underflow, the
 * Cornish-Fisher expansion to second order is used (Cornish & Fisher 1938): there the standard deviation is
 * over 20 and the error under one count.
 */

const MIN_EXPONENT = -600;
const standardNormal = normalQuantile.factory(0, 1);

/**
 * Draws from the Poisson distribution with this mean. A caller with a fixed mean can pass the chance of 0,
 * to save an exponential a draw.
 */
export function poisson(u: number, mean: number, chanceOfNone = exp(-mean)): number {
  if (mean <= 0) return 0;
  if (-mean < MIN_EXPONENT) return cornishFisher(u, mean, mean, 1 / Math.sqrt(mean));
  let term = chanceOfNone;
  let sum = term;
  let k = 0;
  // The second bound ends the walk where u lies above what rounding lets the sum reach.
  while (sum < u && (k < mean || term > 1e-17)) {
    k++;
    term *= mean / k;
    sum += term;
  }
  return k;
}

/**
 * Draws from the binomial distribution: how many of n happen, each with chance p. A caller with a fixed p
 * can pass ln(1 - p), to save a logarithm a draw.
 */
export function binomial(u: number, n: number, p: number, logNot = ln(1 - p)): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  // Counting what does not happen keeps the chance of 0 from underflowing where hardly anything fails.
  if (p > 0.5) return n - binomial(1 - u, n, 1 - p);
  const logZero = n * logNot;
  if (logZero < MIN_EXPONENT) {
    const variance = n * p * (1 - p);
    return Math.min(n, cornishFisher(u, n * p, variance, (1 - 2 * p) / Math.sqrt(variance)));
  }
  const odds = p / (1 - p);
  let term = exp(logZero);
  let sum = term;
  let k = 0;
  while (sum < u && k < n && (k < n * p || term > 1e-17)) {
    term *= (odds * (n - k)) / (k + 1);
    k++;
    sum += term;
  }
  return k;
}

function cornishFisher(u: number, mean: number, variance: number, skewness: number): number {
  const z = standardNormal(u);
  const x = mean + Math.sqrt(variance) * (z + ((z * z - 1) * skewness) / 6);
  return Math.max(0, Math.ceil(x - 0.5));
}
