import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { Counter } from "../stats/counter.ts";
import { meanCumulativeCounts } from "../stats/mean-cumulative-count.ts";
import type { Cohort } from "./cohort.ts";
import type { Metric } from "./metric.ts";
import type { Sink } from "./sink.ts";

const BY = "by N weeks after referral, every ending competing (mean cumulative count, Ghosh & Lin 2000)";

/** Says what one person comes to, whatever the length of the run. */
export const PER_PERSON_METRICS: readonly Metric[] = [
  {
    metric: "contacts.per_person_by_N_weeks",
    unit: "contacts",
    words: "Contacts of a person within N weeks",
    better: null,
    meaning: `Contacts that a person referred has had ${BY}`,
  },
  {
    metric: "links.per_person_by_N_weeks",
    unit: "links",
    words: "Links of a person within N weeks",
    better: null,
    meaning: `Links that were sent for a person referred ${BY}`,
  },
];

const WEEKS = [39, 52] as const;
/** Events by the minute since referral. */
const EVENTS = new Counter();

/** Puts what one of those referred comes to. */
export function putPerPerson(w: World, { first, size }: Cohort, sink: Sink): void {
  const { requestedAt } = w.episodes.columns;
  const times = WEEKS.map((weeks) => weeks * MINUTES_PER_WEEK);
  const longest = Math.max(...times);
  // Who asked last is observed for the shortest time.
  const observed = new Int32Array(size);
  for (let i = 0; i < size; i++) observed[size - 1 - i] = w.clock.endMinute - requestedAt[first + i];
  const put = (
    metric: string,
    log: { readonly length: number },
    record: Int32Array,
    at: Int32Array,
  ): void => {
    EVENTS.reset();
    for (let entry = 0; entry < log.length; entry++) {
      if (record[entry] < first) continue;
      const since = at[entry] - requestedAt[record[entry]];
      if (since <= longest) EVENTS.add(since);
    }
    meanCumulativeCounts(observed, EVENTS, times).forEach((mean, n) => {
      sink.put(`${metric}_by_${WEEKS[n]}_weeks`, "all", "all", mean);
    });
  };
  put("contacts.per_person", w.contacts, w.contacts.columns.record, w.contacts.columns.at);
  put("links.per_person", w.linkWaits, w.linkWaits.columns.record, w.linkWaits.columns.sentAt);
}
