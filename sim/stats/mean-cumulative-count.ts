/**
 * Returns how many events a person has had on average by each of some times since the person's start, when
 * follow-up ends at times that are known for everybody (an end of observation) and no event comes after a
 * person's own ending, which competes: the sum over events of 1 / number of people observed for so long (the
 * mean cumulative count with a terminal event, Ghosh & Lin 2000, Biometrics 56, 554-562, where the chance of
 * being still observed is known and not estimated). Who has ended stays among those observed, since that
 * person's count is final. NaN for a time for which nobody was observed.
 *
 * `observed` are the times for which people are observed, shortest first; `eventsAt` counts the events at
 * each whole minute, up to the longest of the times at least; `times` are whole minutes, shortest first.
 */
export function meanCumulativeCounts(
  observed: Int32Array,
  eventsAt: Int32Array,
  times: readonly number[],
): number[] {
  const longest = observed.length === 0 ? -1 : observed[observed.length - 1];
  let gone = 0;
  let count = 0;
  let minute = 0;
  return times.map((time) => {
    if (longest < time) return Number.NaN;
    for (; minute <= time; minute++) {
      const events = eventsAt[minute];
      if (events === 0) continue;
      while (observed[gone] < minute) gone++;
      const each = 1 / (observed.length - gone);
      // One by one, as the sum would be of events that are listed.
      for (let event = 0; event < events; event++) count += each;
    }
    return count;
  });
}
