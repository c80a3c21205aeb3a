/**
 * Returns the type-7 quantiles (Hyndman and Fan 1996) of `n` values that are counted: `counts` says how often
 * each comes, from the least to the greatest, `sizeOf` what it is. Each is null where nothing is counted.
 */
export function countedQuantiles(
  counts: Int32Array,
  n: number,
  ps: readonly number[],
  sizeOf: (place: number) => number,
): (number | null)[] {
  if (n === 0) return ps.map(() => null);
  const at = (rank: number): number => {
    let place = 0;
    for (let upTo = counts[0]; upTo <= rank; ) upTo += counts[++place];
    return sizeOf(place);
  };
  return ps.map((p) => interpolated(n, p, at));
}

/**
 * Interpolates between the two order statistics, counted from 0, that the type-7 quantile at p of `n` values
 * lies between.
 */
export function interpolated(n: number, p: number, at: (rank: number) => number): number {
  const rank = (n - 1) * p;
  const lower = Math.floor(rank);
  const value = at(lower);
  return lower === rank ? value : value + (rank - lower) * (at(lower + 1) - value);
}
