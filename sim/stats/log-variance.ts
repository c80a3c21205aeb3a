import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { cholesky, solveLower, solveUpper } from "./cholesky.ts";

/**
 * Smooths the variances of replicates over the points at which they were seen: least squares of their
 * logarithm, linear in each coordinate, mended for the bias that the logarithm of a variance on few degrees
 * of freedom has (Bartlett & Kendall 1946), as a joint model of mean and variance does it (Vernon, Goldstein
 * & Bower 2010, section 5). Variances of 0 tell nothing and are left out; all of them 0 give 0 everywhere.
 */
export function fitLogVariance(
  points: readonly ArrayLike<number>[],
  variances: ArrayLike<number>,
  degreesOfFreedom: number,
): (x: ArrayLike<number>) => number {
  const seen = points.map((_, i) => i).filter((i) => variances[i] > 0);
  if (seen.length === 0) return () => 0;
  const dimensions = points[0].length;
  const size = seen.length > 2 * (dimensions + 1) ? dimensions + 1 : 1;
  const at = (x: ArrayLike<number>, column: number): number => (column === 0 ? 1 : x[column - 1]);
  const normal = new Float64Array(size * size);
  const coefficients = new Float64Array(size);
  for (const i of seen) {
    const log = ln(variances[i]) - logBias(degreesOfFreedom);
    for (let a = 0; a < size; a++) {
      coefficients[a] += at(points[i], a) * log;
      for (let b = 0; b <= a; b++) normal[a * size + b] += at(points[i], a) * at(points[i], b);
    }
  }
  // A coordinate that never moves has no slope.
  for (let a = 0; a < size; a++) normal[a * size + a] += 1e-9;
  cholesky(normal, size);
  solveLower(normal, size, coefficients);
  solveUpper(normal, size, coefficients);
  return (x) => {
    let log = 0;
    for (let a = 0; a < size; a++) log += coefficients[a] * at(x, a);
    return exp(log);
  };
}

/**
 * Gives the expectation of ln(chi-squared / degrees of freedom): digamma(half of them) - ln(half of them).
 */
function logBias(degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  // digamma(x) = digamma(x + 6) - sum of 1 / (x + k), and its asymptotic series (Abramowitz & Stegun
  // 6.3.18).
  let digamma = 0;
  for (let k = 0; k < 6; k++) digamma -= 1 / (half + k);
  const x = half + 6;
  const inverse = 1 / (x * x);
  digamma += ln(x) - 1 / (2 * x) - inverse * (1 / 12 - inverse * (1 / 120 - inverse / 252));
  return digamma - ln(half);
}
