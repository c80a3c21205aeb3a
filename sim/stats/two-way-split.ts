/** Says how far members of an ensemble differ, apart from chance. */
export interface TwoWaySplit {
  /** Mean of each member over its replications. */
  readonly means: Float64Array;
  /** Weighted mean of the members' means. */
  readonly grand: number;
  /** Variance of the members' means (weighted; of equal weights with divisor members - 1). */
  readonly variance: number;
  /** What of that variance the members make, and not chance: at least 0. */
  readonly between: number;
}

/**
 * Splits the variance of members' means into what members make and what chance leaves: with replications in
 * common, (MS member - MS member x replication) / n of the two-way layout without repeats (Searle, Casella &
 * McCulloch 1992, section 4.3), so that what a replication does to all members alike counts for nothing.
 * `rows` hold a finite value for each replication, member by member; `weights` add up to 1. Null with fewer
 * than two members of any weight, or two replications.
 */
export function twoWaySplit(
  rows: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): TwoWaySplit | null {
  const n = rows[0]?.length ?? 0;
  let squaredWeights = 0;
  for (let i = 0; i < rows.length; i++) squaredWeights += weights[i] * weights[i];
  const freedom = 1 - squaredWeights;
  if (n < 2 || !(freedom > 1e-12)) return null;
  const means = Float64Array.from(rows, meanOf);
  let grand = 0;
  const columns = new Float64Array(n);
  for (let i = 0; i < rows.length; i++) {
    grand += weights[i] * means[i];
    for (let r = 0; r < n; r++) columns[r] += weights[i] * rows[i][r];
  }
  let variance = 0;
  let rest = 0;
  for (let i = 0; i < rows.length; i++) {
    variance += weights[i] * (means[i] - grand) * (means[i] - grand);
    let squares = 0;
    for (let r = 0; r < n; r++) {
      const left = rows[i][r] - means[i] - columns[r] + grand;
      squares += left * left;
    }
    rest += weights[i] * squares;
  }
  variance /= freedom;
  const noise = rest / freedom / (n - 1) / n;
  return { means, grand, variance, between: Math.max(0, variance - noise) };
}

/** Gives the mean of a row; equal values give exactly that value. */
function meanOf(row: ArrayLike<number>): number {
  let sum = 0;
  for (let r = 0; r < row.length; r++) sum += row[r] - row[0];
  return row[0] + sum / row.length;
}
