import { finiteValues, quantileOfSorted, sortedCopy } from "./sample.ts";

/**
 * Returns the quantile at p by linear interpolation between order statistics at (n - 1) p: type 7 of Hyndman and Fan
 * (1996), the default of R and numpy. NaN and infinities are left out; one value is every quantile; none gives null.
 */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  return quantileOfSorted(sortedCopy(finiteValues(values)), p);
}

/** Returns the type-7 quantiles at each p, sorting once; each is null where no finite value is there. */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): (number | null)[] {
  const sorted = sortedCopy(finiteValues(values));
  return ps.map((p) => quantileOfSorted(sorted, p));
}
