import { changeCaseload, stopWaiting } from "../caseload.ts";
import { cancelAppointment } from "../contacts/booking.ts";
import { ENDED, NEED } from "../events.ts";
import { askForHelpElsewhere } from "../other-clients.ts";
import { leaveRoster } from "../roster.ts";
import { NEED_STEP } from "../state/needs.ts";
import { WAIT } from "../state/records.ts";
import { endNeedWait } from "../waits.ts";
import type { World } from "../world.ts";
import { release, scheduleReturn } from "./returns.ts";

/**
 * Ends episodes. The links already sent live on, unchased; the person's record is used again when the last
 * of them is settled.
 */

/** Keeps in the log what is counted at the patient while the episode is open. */
export function keepCounts(w: World, patient: number): void {
  const { record, contacts, appointments } = w.patients.fields;
  const e = w.episodes.columns;
  e.contacts[record[patient]] = contacts[patient];
  e.appointments[record[patient]] = appointments[patient];
}

/** Ends an episode for a reason, and frees its place and diary. */
export function endEpisode(w: World, patient: number, reason: number): void {
  const c = w.patients.fields;
  const post = c.post[patient];
  const record = c.record[patient];
  const e = w.episodes.columns;
  keepCounts(w, patient);
  e.endedAt[record] = w.now;
  e.reason[record] = reason;
  w.journal?.ended(w, patient, reason);
  stopWaiting(w, patient);
  if (post < 0) w.pools.list.leave(c.pool[patient], patient);
  else {
    cancelAppointment(w, patient);
    leaveRoster(w, post, patient);
    changeCaseload(w, post, -1);
  }
  c.isOpen[patient] = 0;
  c.token[patient]++;
  c.crisisToken[patient]++;
  w.register.mark(c.practice[patient], c.register[patient], false);
  if (reason === ENDED.gave_up_waiting || reason === ENDED.declined)
    askForHelpElsewhere(w, c.practice[patient], c.key0[patient], c.key1[patient]);
  endOpenNeeds(w, patient);
  scheduleReturn(w, patient, hasOpenNeeds(w, patient));
  release(w, patient);
}

/** Notes at the start of measuring what of those who are open lies before it. */
export function keepCountsBefore(w: World): void {
  const { record, contacts, appointments, isOpen } = w.patients.fields;
  const e = w.episodes.columns;
  for (const patient of w.patients.records()) {
    if (isOpen[patient] === 0) continue;
    const r = record[patient];
    e.contactsBefore[r] = contacts[patient];
    e.appointmentsBefore[r] = appointments[patient];
    e.missedBefore[r] = e.missed[r];
    e.linksBefore[r] = e.links[r];
  }
}

/** Ends the waits of needs that stay with nobody; a link already sent lives on, and so does its wait. */
function endOpenNeeds(w: World, patient: number): void {
  const end = w.patients.needsEnd(patient);
  for (let need = w.patients.firstNeed(patient); need < end; need += NEED_STEP) {
    const state = w.needs.state[need];
    if (state === NEED.open || state === NEED.held) endNeedWait(w, need, WAIT.ended);
  }
}

/** Says whether any need of the person still waits to be met. */
function hasOpenNeeds(w: World, patient: number): boolean {
  const end = w.patients.needsEnd(patient);
  for (let need = w.patients.firstNeed(patient); need < end; need += NEED_STEP) {
    const state = w.needs.state[need];
    if (state === NEED.open || state === NEED.held || state === NEED.sent) return true;
  }
  return false;
}
