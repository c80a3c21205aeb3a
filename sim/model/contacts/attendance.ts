import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { stopWaiting } from "../caseload.ts";
import { hear } from "../mechanisms/confidence.ts";
import type { World } from "../world.ts";

/**
 * Gives the chance that somebody who has not left misses an appointment; one that a crisis brought forward
 * is not missed. It falls with each quintile that is less deprived.
 */
export function missedChance(w: World, patient: number): number {
  const { isCrisisContact, quintile } = w.patients.fields;
  return isCrisisContact[patient] === 1 ? 0 : w.shares.missed[quintile[patient]];
}

/** Counts an appointment and says whether the person comes to it. */
export function comesTo(w: World, patient: number): boolean {
  const c = w.patients.fields;
  const occasion = c.appointments[patient]++;
  w.tally.countPost("appointments", c.post[patient], 1);
  if (c.isLeaving[patient] === 1) return false;
  const u = uniform(c.key0[patient], c.key1[patient], occasion, PURPOSE.attendance);
  return u >= missedChance(w, patient);
}

/**
 * Ends the wait: served as ready, that is when the contact begins; in a diary, when the appointment does.
 */
export function beginFirstContact(w: World, patient: number): void {
  const c = w.patients.fields;
  if (c.isWaiting[patient] === 0) return;
  w.episodes.columns.firstContactAt[c.record[patient]] = w.now;
  hear(w, "waitedMinutes", c.practice[patient], w.now - c.requestedAt[patient]);
  hear(w, "seen", c.practice[patient], 1);
  stopWaiting(w, patient);
}
