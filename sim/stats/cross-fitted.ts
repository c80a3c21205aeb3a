import { fitPolynomial } from "./polynomial-fit.ts";

/** Parts of the rows: no row is fitted by what has seen it. */
const FOLDS = 10;

/**
 * Gives, row by row, what a polynomial in some parameters expects of it that was fitted to the rows of other
 * parts alone, so that what a regression has learnt by heart tells nothing (cross-validation: Stone 1974).
 * Without parameters it is the weighted mean of the others.
 */
export function crossFitted(
  columns: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): Float64Array {
  const expected = new Float64Array(values.length);
  const rows = Array.from({ length: values.length }, (_, row) => row);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = rows.filter((row) => row % FOLDS !== fold);
    const fitted = fitPolynomial(columns, values, weights, others);
    for (let row = fold; row < values.length; row += FOLDS)
      expected[row] = fitted(columns.map((column) => column[row]));
  }
  return expected;
}
