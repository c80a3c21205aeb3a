import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { book, firstFit, slotsBefore, slotsFor, unbook } from "../diary.ts";
import { EVENT } from "../events.ts";
import { leavesBefore } from "../mechanisms/drop-off.ts";
import type { World } from "../world.ts";
import { contactMinutes, firstSlots } from "./modes.ts";

/**
 * Books appointments and gives them back: what the contact mechanism, uptake, cover and crises do to a
 * diary.
 */

/** Books an appointment that begins at a minute and schedules it. */
export function bookAppointment(w: World, patient: number, minute: number, slots: number): void {
  const c = w.patients.fields;
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const slot = slotsBefore(w, minute - day * MINUTES_PER_DAY);
  c.day[patient] = day;
  c.slot[patient] = slot;
  c.slots[patient] = slots;
  book(w, c.post[patient], day, slot, slots);
  w.journal?.appointment(w, patient, minute);
  if (minute < w.clock.endMinute) w.calendar.schedule(minute, EVENT.appointment, patient, ++c.token[patient]);
}

/** Gives the slots of an appointment that lies ahead back to the diary. */
export function cancelAppointment(w: World, patient: number): void {
  const c = w.patients.fields;
  if (c.day[patient] >= 0) unbook(w, c.post[patient], c.day[patient], c.slot[patient], c.slots[patient]);
  c.day[patient] = -1;
  c.token[patient]++;
}

/** Finds when a post could first see somebody new; -1 within the booking horizon. */
export function firstFreeAppointment(w: World, post: number): number {
  const { notice, booking_horizon: horizon } = w.scenario.contact;
  return firstFit(w, post, firstSlots(w), w.now + notice, w.now + horizon, true);
}

/** Finds when a post could next see somebody who is in casework already; -1 within the booking horizon. */
export function followUpMinute(w: World, post: number, patient: number): number {
  const { booking_horizon: horizon } = w.scenario.contact;
  return firstFit(w, post, slotsFor(contactMinutes(w, patient)), w.now + 1, w.now + horizon);
}

/**
 * Books the first free appointment on or after the wanted day; gives its minute, or -1 beyond the days that
 * the diary knows.
 */
export function bookFollowUp(w: World, patient: number, wanted: number): number {
  const c = w.patients.fields;
  const slots = slotsFor(contactMinutes(w, patient));
  const midnight = Math.floor(wanted / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const minute = firstFit(
    w,
    c.post[patient],
    slots,
    Math.max(midnight, w.now + 1),
    Infinity,
    c.contacts[patient] === 0,
  );
  // Beyond the days that the diary knows the run is over long since: the person stays in the caseload.
  if (minute >= 0) bookAppointment(w, patient, minute, slots);
  return minute;
}

/** Books somebody whose post has ended with another, or draws that they will have left by then. */
export function bookWithNewLinkWorker(w: World, patient: number, minute: number): void {
  const c = w.patients.fields;
  c.isLeaving[patient] = leavesBefore(w, patient, minute - c.wantedAt[patient]) ? 1 : 0;
  bookAppointment(w, patient, minute, slotsFor(contactMinutes(w, patient)));
}
