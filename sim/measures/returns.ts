import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { CENSORED, EVENT } from "../stats/follow-up.ts";
import { shareWithin } from "../stats/kaplan-meier.ts";
import { inOrder } from "../stats/order-by-time.ts";
import type { Metric } from "./metric.ts";
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
  const { reason, endedAt, requestedAt, practice, register } = w.episodes.columns;
  const nextOpening = new Map<number, number>();
  const time: number[] = [];
  const kind: number[] = [];
  // Records are in order of request: from the last one back, the next of the same person is the one seen
  // last.
  for (let r = w.episodes.length - 1; r >= 0; r--) {
    const person = practice[r] * PEOPLE_OF_A_PRACTICE + register[r];
    if (reason[r] !== ENDED.open && endedAt[r] >= startMinute) {
      const again = nextOpening.get(person);
      time.push((again ?? endMinute) - endedAt[r]);
      kind.push(again === undefined ? CENSORED : EVENT);
    }
    nextOpening.set(person, requestedAt[r]);
  }
  const followUp = inOrder({ time: Int32Array.from(time), kind: Uint8Array.from(kind) });
  const share = shareWithin(followUp, YEAR);
  sink.put("returns.within_52_weeks", "all", "all", share ?? NaN);
}

/** More than the register of any practice has. */
const PEOPLE_OF_A_PRACTICE = 1_000_000;
