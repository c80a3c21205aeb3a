import { firstFit, isPlanned, slotMinute } from "../diary.ts";
import { dayOf, NOT_BOOKABLE } from "../state/diaries.ts";
import type { World } from "../world.ts";
import { bookAppointment, cancelAppointment } from "./booking.ts";

interface Appointment {
  readonly patient: number;
  readonly minute: number;
  readonly slots: number;
}

const byMinute = (a: Appointment, b: Appointment): number => a.minute - b.minute;

/**
 * Moves a post's appointments on days before `lastDay` that it has lost, in their order, to the first free
 * slots; after a change of hours also those that its new week does not hold.
 */
export function moveAppointments(w: World, post: number, lastDay: number, isNewWeek = false): void {
  const c = w.patients.fields;
  const moved: Appointment[] = [];
  for (let patient = w.posts.roster.head[post]; patient >= 0; patient = w.posts.roster.next(patient)) {
    const day = c.day[patient];
    if (day < 0 || day >= lastDay) continue;
    const isAway = (w.diary.away[dayOf(w.diary, post, day)] & NOT_BOOKABLE) !== 0;
    const isOut = isNewWeek && !isPlanned(w, post, day, c.slot[patient], c.slots[patient]);
    if (!isAway && !isOut) continue;
    const minute = slotMinute(w, day, c.slot[patient]);
    if (minute >= w.now) moved.push({ patient, minute, slots: c.slots[patient] });
  }
  moved.sort(byMinute);
  for (const { patient } of moved) cancelAppointment(w, patient);
  for (const { patient, minute, slots } of moved) {
    const free = firstFit(w, post, slots, minute, Infinity, c.contacts[patient] === 0);
    if (free >= 0) bookAppointment(w, patient, free, slots);
  }
}
