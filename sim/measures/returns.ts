import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { CENSORED, EVENT } from "../stats/follow-up.ts";
import { shareWithin } from "../stats/kaplan-meier.ts";
import { inOrder } from "../stats/order-by-time.ts";
import type { Metric } from "./metric.ts";
import { nextEpisodes } from "./same-person.ts";
import type { Sink } from "./sink.ts";

const YEAR = 52 * MINUTES_PER_WEEK;

/** Says what is measured of those who come back. */
export const RETURN_METRICS: readonly Metric[] = [
  {
    metric: "returns.within_52_weeks",
    unit: "share",
    words: "Back within a year",
    better: null,
    meaning:
      "Share of the cases closed in the measured time whose person is referred and opened anew within 52 " +
      "weeks (Kaplan-Meier, the end of the run censors; null in runs shorter than that)",
  },
];

/** Puts how many of those whose case was closed are opened anew. */
export function putReturns(w: World, sink: Sink): void {
  const { startMinute, endMinute } = w.clock;
  if (endMinute - startMinute <= YEAR) {
    sink.put("returns.within_52_weeks", "all", "all", NaN);
    return;
  }
  const { reason, endedAt, requestedAt } = w.episodes.columns;
  const isClosed = (r: number): boolean => reason[r] !== ENDED.open && endedAt[r] >= startMinute;
  let closed = 0;
  for (let r = 0; r < w.episodes.length; r++) if (isClosed(r)) closed++;
  const time = new Int32Array(closed);
  const kind = new Uint8Array(closed);
  const next = nextEpisodes(w);
  for (let r = 0, i = 0; r < w.episodes.length; r++) {
    if (!isClosed(r)) continue;
    time[i] = (next[r] < 0 ? endMinute : requestedAt[next[r]]) - endedAt[r];
    kind[i++] = next[r] < 0 ? CENSORED : EVENT;
  }
  const followUp = inOrder({ time, kind });
  const share = shareWithin(followUp, YEAR);
  sink.put("returns.within_52_weeks", "all", "all", share ?? NaN);
}
