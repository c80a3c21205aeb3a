import { jackknifeValues } from "./jackknife-values.ts";

/**
 * Returns values of the ratio of sums over replications (Cochran 1977, section 6.17), as `jackknifeValues`
 * does: the product of the sums of the columns above the line over that of those below it. All are NaN where
 * a sum below the line is not positive.
 */
export function ratioValues(
  above: readonly ArrayLike<number>[],
  below: readonly ArrayLike<number>[],
): Float64Array {
  return jackknifeValues([...above, ...below], (sums) => quotient(sums, above.length));
}

function quotient(sums: readonly number[], above: number): number {
  let value = 1;
  for (let i = 0; i < above; i++) value *= sums[i];
  for (let i = above; i < sums.length; i++) {
    if (!(sums[i] > 0)) return Number.NaN;
    value /= sums[i];
  }
  return value;
}
