import pow from "@stdlib/math-base-special-pow";

/**
 * Returns the upper 97.5 % limit for the chance that a replication has an event, when so many of some had one
 * (Clopper & Pearson 1934). A mean of shares, which no replication takes over 1, is no larger.
 */
export function shareUpperLimit(events: number, n: number): number {
  if (events >= n) return 1;
  let low = events / n;
  let high = 1;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(events, n, middle) > 0.025) low = middle;
    else high = middle;
  }
  return high;
}

/** Gives the binomial chance of at most so many. */
function chanceOfAtMost(events: number, n: number, p: number): number {
  let ways = 1;
  let chance = 0;
  for (let k = 0; k <= events; k++) {
    chance += ways * pow(p, k) * pow(1 - p, n - k);
    ways = (ways * (n - k)) / (k + 1);
  }
  return chance;
}
