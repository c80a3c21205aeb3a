import { quantile as selectQuantiles } from "simple-statistics";

/**
 * Returns the quantile at p by linear interpolation between order statistics at (n - 1) p: type 7 of Hyndman
 * and Fan (1996), the default of R and numpy. NaN and infinities are left out; one value is every quantile;
 * none gives null.
 */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  return quantiles(values, [p])[0];
}

/**
 * Returns the type-7 quantiles at each p, putting in place only the order statistics that they need (Floyd
 * and Rivest 1975); each is null where no finite value is there.
 */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): (number | null)[] {
  const finite = finiteOf(values);
  if (finite.length === 0) return ps.map(() => null);
  // A typed array has all that the library asks of an array: a length, numbers and slice.
  return selectQuantiles(finite as unknown as number[], [...ps]);
}

/** Gives the finite ones among values; the values themselves if all are. */
function finiteOf(values: ArrayLike<number>): Float64Array {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) count++;
  if (count === values.length && values instanceof Float64Array) return values;
  const finite = new Float64Array(count);
  for (let i = 0, n = 0; i < values.length; i++) if (Number.isFinite(values[i])) finite[n++] = values[i];
  return finite;
}
