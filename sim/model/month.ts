import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { EVENT } from "./events.ts";
import { moveConfidence } from "./mechanisms/confidence.ts";
import { displace } from "./mechanisms/displacement.ts";
import { keepAccounts } from "./mechanisms/funding.ts";
import { raiseFunds } from "./mechanisms/fundraising.ts";
import { integrate } from "./mechanisms/integration.ts";
import { developPresence } from "./mechanisms/presence.ts";
import type { World } from "./world.ts";

/** Does the work of a month's beginning. */
export function onMonth(w: World, month: number): void {
  raiseFunds(w);
  keepAccounts(w);
  displace(w);
  integrate(w);
  developPresence(w);
  moveConfidence(w);
  w.lastMonth = w.now;
  w.month++;
  scheduleMonth(w, month + 1);
}

/** Schedules a month of the calendar, counted from 0. */
export function scheduleMonth(w: World, month: number): void {
  w.calendar.schedule(w.clock.monthStarts[month] * MINUTES_PER_DAY, EVENT.month, month, 0);
}
