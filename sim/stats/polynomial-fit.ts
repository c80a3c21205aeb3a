import { cholesky, solveLower, solveUpper } from "./cholesky.ts";

/** Gives what is expected at the values of some parameters. */
export type Fitted = (at: ArrayLike<number>) => number;

/** Keeps columns that hardly differ from being solved for exactly. */
const RIDGE = 1e-8;

/**
 * Fits a polynomial to values by weighted least squares: of one parameter a cubic, of several squares and
 * products of pairs. Parameters are scaled to their own mean and spread first. `rows` are the rows that are
 * used; `columns` hold a value a row for each parameter.
 */
export function fitPolynomial(
  columns: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  rows: readonly number[],
): Fitted {
  const scales = columns.map((column) => scaleOf(column, weights, rows));
  const termsAt = (at: ArrayLike<number>): number[] =>
    termsOf(scales.map(({ mean, spread }, i) => (spread > 0 ? (at[i] - mean) / spread : 0)));
  const designs = rows.map((row) => termsAt(columns.map((column) => column[row])));
  const n = designs[0]?.length ?? 1;
  const normal = new Float64Array(n * n);
  const right = new Float64Array(n);
  for (const [i, terms] of designs.entries()) {
    const weight = weights[rows[i]];
    for (let a = 0; a < n; a++) {
      right[a] += weight * terms[a] * values[rows[i]];
      for (let b = 0; b < n; b++) normal[a * n + b] += weight * terms[a] * terms[b];
    }
  }
  let size = 0;
  for (let a = 0; a < n; a++) size = Math.max(size, normal[a * n + a]);
  for (let a = 0; a < n; a++) normal[a * n + a] += RIDGE * size;
  if (!cholesky(normal, n)) return () => Number.NaN;
  solveLower(normal, n, right);
  solveUpper(normal, n, right);
  return (at) => termsAt(at).reduce((sum, term, a) => sum + term * right[a], 0);
}

/** Gives the terms of a polynomial at scaled values. */
function termsOf(x: readonly number[]): number[] {
  if (x.length === 1) return [1, x[0], x[0] * x[0], x[0] * x[0] * x[0]];
  const terms = [1, ...x];
  for (let a = 0; a < x.length; a++) for (let b = a; b < x.length; b++) terms.push(x[a] * x[b]);
  return terms;
}

function scaleOf(
  column: ArrayLike<number>,
  weights: ArrayLike<number>,
  rows: readonly number[],
): { readonly mean: number; readonly spread: number } {
  let [sum, all] = [0, 0];
  for (const row of rows) {
    sum += weights[row] * column[row];
    all += weights[row];
  }
  const mean = all > 0 ? sum / all : 0;
  let squares = 0;
  for (const row of rows) squares += weights[row] * (column[row] - mean) * (column[row] - mean);
  return { mean, spread: all > 0 ? Math.sqrt(squares / all) : 0 };
}
