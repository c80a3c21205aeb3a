import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { inOrder } from "../stats/order-by-time.ts";
import { contactMinutes } from "./cohort.ts";
import { demandGroupings, type Grouping } from "./groupings.ts";
import type { Detail } from "./result.ts";
import { meetEpisodes } from "./same-person.ts";

/** Holds the people of the reference demand who ask in the measured time, in no order. */
export interface DemandCohort {
  readonly size: number;
  readonly requestedAt: Int32Array;
  /**
   * Record of the episode that each is in from then on: the one that the request opens, or one that was open
   * already; -1 of somebody who is not referred.
   */
  readonly record: Int32Array;
  readonly groupings: readonly Grouping[];
}

/** Gathers the reference demand of a finished replication, and what it came to. */
export function gatherDemand(w: World, detail: Detail): DemandCohort {
  const { length: size, columns } = w.demand;
  return {
    size,
    requestedAt: columns.requestedAt.subarray(0, size),
    record: recordsOf(w),
    groupings: demandGroupings(w, detail),
  };
}

/** Finds the episode that each person of the demand is in on asking. */
function recordsOf(w: World): Int32Array {
  const { requestedAt, reason, endedAt } = w.episodes.columns;
  const asked = w.demand.columns.requestedAt;
  const records = new Int32Array(w.demand.length).fill(-1);
  meetEpisodes(w, (i, r) => {
    const at = asked[i];
    if (requestedAt[r] <= at && (reason[r] === ENDED.open || endedAt[r] > at || requestedAt[r] === at))
      records[i] = r;
  });
  return records;
}

/**
 * Gives the time from asking to contact `n` (from 1) of the episode that each is in, none if it was before:
 * the episode's other endings compete, and so does not being referred, at once; the end of the run censors.
 */
export function demandReaching(w: World, { size, requestedAt, record }: DemandCohort, n: number): FollowUp {
  const e = w.episodes.columns;
  const contactAt = contactMinutes(w, n);
  const time = new Int32Array(size);
  const kind = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const r = record[i];
    if (r < 0) {
      kind[i] = COMPETING;
      continue;
    }
    const isOpen = e.reason[r] === ENDED.open;
    kind[i] = contactAt[r] >= 0 ? EVENT : isOpen ? CENSORED : COMPETING;
    const until = contactAt[r] >= 0 ? contactAt[r] : isOpen ? w.clock.endMinute : e.endedAt[r];
    time[i] = Math.max(0, until - requestedAt[i]);
  }
  return inOrder({ time, kind });
}
