import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";

/** Weeks over which the regime is judged, at most. */
export const REGIME_WEEKS = 26;

/** Gives the week of the last dated change within the run, 0 if there is none. */
export function lastChangeWeek(w: World): number {
  let last = 0;
  for (const minute of w.timeline.minute) {
    const week = Math.floor((minute - w.clock.startMinute) / MINUTES_PER_WEEK);
    if (week < w.clock.weeks) last = Math.max(last, week);
  }
  return last;
}
