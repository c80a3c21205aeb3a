import type { Counter } from "./counter.ts";

/**
 * Returns how many events a person has had on average by each of some times since the person's start, when
 * follow-up ends at times that are known for everybody (an end of observation) and no event comes after a
 * person's own ending, which competes: the sum over events of 1 / number of people observed for so long (the
 * mean cumulative count with a terminal event, Ghosh & Lin 2000, Biometrics 56, 554-562, where the chance of
 * being still observed is known and not estimated). Who has ended stays among those observed, since that
 * person's count is final. NaN for a time for which nobody was observed.
 *
 * `observed` are the times for which people are observed, shortest first; `events` counts events by minute;
 * `times` are whole minutes, shortest first.
 */
export function meanCumulativeCounts(
  observed: Int32Array,
  events: Counter,
  times: readonly number[],
): number[] {
  const longest = observed.length === 0 ? -1 : observed[observed.length - 1];
  const minutes = events.inOrder();
  let gone = 0;
  let count = 0;
  let next = 0;
  return times.map((time) => {
    if (longest < time) return Number.NaN;
    for (; minutes[next] <= time; next++) {
      const minute = minutes[next];
      while (observed[gone] < minute) gone++;
      const each = 1 / (observed.length - gone);
      // One by one, as the sum would be of events that are listed.
      for (let event = events.counts[minute]; event > 0; event--) count += each;
    }
    return count;
  });
}
