import type { Counter } from "./counter.ts";

/**
 * Returns the type-7 quantiles (Hyndman and Fan 1996) of values that are counted by a whole number that grows
 * with them; `sizeOf` gives the value of a number. Each is null where nothing is counted.
 */
export function countedQuantiles(
  counter: Counter,
  ps: readonly number[],
  sizeOf: (number: number) => number,
): (number | null)[] {
  if (counter.total === 0) return ps.map(() => null);
  const { counts } = counter;
  const numbers = counter.inOrder();
  const at = (rank: number): number => {
    let n = 0;
    for (let upTo = counts[numbers[0]]; upTo <= rank; ) upTo += counts[numbers[++n]];
    return sizeOf(numbers[n]);
  };
  return ps.map((p) => interpolated(counter.total, p, at));
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
