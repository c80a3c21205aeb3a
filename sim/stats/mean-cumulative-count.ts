/**
 * Returns how many events a person has had on average by each of some times since the person's start, when
 * follow-up ends at times that are known for everybody (an end of observation) and no event comes after a
 * person's own ending, which competes: the sum over events of 1 / number of people observed for so long (the
 * mean cumulative count with a terminal event, Ghosh & Lin 2000, Biometrics 56, 554-562, where the chance of
 * being still observed is known and not estimated). Who has ended stays among those observed, since that
 * person's count is final. NaN for a time for which nobody was observed.
 *
 * `observed` are the times for which people are observed, in any order; `events` the times of events; whole
 * minutes, since whole numbers are sorted twice as fast.
 */
export function meanCumulativeCounts(
  observed: Int32Array,
  events: Int32Array,
  times: readonly number[],
): number[] {
  const sorted = observed.slice().sort();
  const dated = events.slice().sort();
  const longest = sorted.length === 0 ? -1 : sorted[sorted.length - 1];
  let gone = 0;
  let count = 0;
  let next = 0;
  return times.map((time) => {
    if (longest < time) return Number.NaN;
    for (; next < dated.length && dated[next] <= time; next++) {
      while (sorted[gone] < dated[next]) gone++;
      count += 1 / (sorted.length - gone);
    }
    return count;
  });
}
