/**
 * Returns, for a ratio of two sums over independent pairs, values whose mean is that ratio and whose standard
 * error of the mean is the delete-one jackknife's (Quenouille 1956; Cochran 1977, section 6.17): pseudo-values
 * moved so that their mean is the ratio itself and not its bias-corrected form. So a ratio takes part in
 * whatever is done with values of replications: intervals, paired differences, rankings. A pair that lacks a
 * number is left out and gives NaN; without a positive sum below the line all are NaN. With one pair it is
 * the pair's ratio.
 */
export function ratioValues(above: ArrayLike<number>, below: ArrayLike<number>): Float64Array {
  const values = new Float64Array(above.length).fill(NaN);
  let n = 0;
  let sumAbove = 0;
  let sumBelow = 0;
  for (let i = 0; i < above.length; i++) {
    if (!Number.isFinite(above[i]) || !Number.isFinite(below[i])) continue;
    n++;
    sumAbove += above[i];
    sumBelow += below[i];
  }
  if (!(sumBelow > 0)) return values;
  const ratio = sumAbove / sumBelow;
  const residual = (i: number): number =>
    n < 2 ? 0 : ((n - 1) * (above[i] - ratio * below[i])) / (sumBelow - below[i]);
  let mean = 0;
  for (let i = 0; i < above.length; i++) {
    if (!Number.isFinite(above[i]) || !Number.isFinite(below[i])) continue;
    values[i] = residual(i);
    mean += values[i] / n;
  }
  for (let i = 0; i < values.length; i++) values[i] += ratio - mean;
  return values;
}
