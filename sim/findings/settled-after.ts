/** Stretches of the last year, whose mean is where a list ends. */
const LAST = 13;
/**
 * A list has settled when it stays within this share of where it ends, or within some people: seasons move
 * lists.
 */
const NEAR = 0.25;
const NEAR_PEOPLE = 5;

/**
 * Gives the number of stretches of four weeks after which every value stays near the mean of the last year,
 * or of the second half of less; null if that is none of the first half.
 */
export function settledAfter(values: readonly number[]): number | null {
  const last = values.slice(-Math.min(LAST, Math.ceil(values.length / 2)));
  const end = last.reduce((sum, value) => sum + value, 0) / last.length;
  const isNear = (value: number): boolean => Math.abs(value - end) <= Math.max(NEAR_PEOPLE, NEAR * end);
  let from = values.length;
  while (from > 0 && isNear(values[from - 1])) from--;
  return from >= values.length / 2 ? null : from;
}
