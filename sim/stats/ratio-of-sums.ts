import { jackknifeValues } from "./jackknife-values.ts";

/**
 * Returns values of the ratio of two sums over replications (Cochran 1977, section 6.17), as
 * `jackknifeValues` does; all are NaN where the sum below the line is not positive.
 */
export function ratioValues(above: ArrayLike<number>, below: ArrayLike<number>): Float64Array {
  return jackknifeValues([above, below], ([of, per]) => (per > 0 ? of / per : Number.NaN));
}
