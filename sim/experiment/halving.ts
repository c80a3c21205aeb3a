/** A level that was judged. */
interface Judged {
  /** Its place among the levels, from 0. */
  readonly level: number;
  readonly isMet: boolean;
}

/** Counts the levels that halving so many can come to: both ends, and one a halving. */
export function looksOf(count: number): number {
  let looks = 1;
  for (let left = count; left > 0; left >>= 1) looks++;
  return looks;
}

/** Finds the least of some levels that meets and the one below it; the greatest is judged first. */
export async function leastByHalving<Level extends Judged>(
  count: number,
  test: (level: number) => Promise<Level>,
): Promise<{ readonly meets: Level | null; readonly fails: Level | null }> {
  let high = await test(count - 1);
  let low: Level | null = null;
  if (!high.isMet) return { meets: null, fails: null };
  while (high.level - (low?.level ?? -1) > 1) {
    const middle = await test(((low?.level ?? -1) + high.level) >> 1);
    if (middle.isMet) high = middle;
    else low = middle;
  }
  return { meets: high, fails: low };
}

/** Finds two neighbours of which one meets and the other does not; null if both ends do alike. */
export async function tippingByHalving<Level extends Judged>(
  count: number,
  test: (level: number) => Promise<Level>,
): Promise<readonly [before: Level, after: Level] | null> {
  let before = await test(0);
  let after = await test(count - 1);
  while (before.isMet !== after.isMet && after.level - before.level > 1) {
    const middle = await test((before.level + after.level) >> 1);
    if (middle.isMet === before.isMet) before = middle;
    else after = middle;
  }
  return before.isMet === after.isMet ? null : [before, after];
}
