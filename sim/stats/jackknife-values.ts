/**
 * Returns, for a function of sums over independent replications, values whose mean is the function of the
 * sums of all and whose standard error of the mean is the delete-one jackknife's (Quenouille 1956; Efron
 * 1982): pseudo-values moved so that their mean is the plain estimate and not its bias-corrected form. So
 * such an estimate takes part in whatever is done with values of replications: intervals, paired
 * differences, rankings. `columns` hold a number of each replication; a replication that lacks one is left
 * out and gives NaN. Where the function gives no finite number all are NaN.
 */
export function jackknifeValues(
  columns: readonly ArrayLike<number>[],
  estimate: (sums: readonly number[]) => number,
): Float64Array {
  const length = Math.min(...columns.map((column) => column.length));
  const values = new Float64Array(length).fill(Number.NaN);
  const isWhole = (i: number): boolean => columns.every((column) => Number.isFinite(column[i]));
  const whole = Array.from({ length }, (_, i) => i).filter(isWhole);
  const sums = columns.map((column) => whole.reduce((sum, i) => sum + column[i], 0));
  const all = estimate(sums);
  if (whole.length === 0 || !Number.isFinite(all)) return values;
  if (whole.length === 1) {
    values[whole[0]] = all;
    return values;
  }
  let mean = 0;
  for (const i of whole) {
    const without = estimate(sums.map((sum, c) => sum - columns[c][i]));
    values[i] = (whole.length - 1) * (all - (Number.isFinite(without) ? without : all));
    mean += values[i] / whole.length;
  }
  for (const i of whole) values[i] += all - mean;
  return values;
}
