/**
 * Share of the largest value under which a difference is what rounding leaves: some units in the last place.
 */
const ROUNDING = 1e-13;

/** Returns b - a; exactly 0 where they differ by no more than rounding leaves. */
export function differenceOf(a: number, b: number): number {
  const difference = b - a;
  return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)) ? 0 : difference;
}

/**
 * Says whether values differ by no more than rounding leaves, which is no spread; `scale` is the size of the
 * numbers that they were worked out from.
 */
export function isEqualButForRounding(values: readonly number[], scale: number): boolean {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least <= ROUNDING * scale;
}
