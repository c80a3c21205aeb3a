import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
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
  if (!isNewWeek && !losesBookings(w, post, lastDay)) return;
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

/** Says whether anything is booked on days from now to `lastDay` that a post has lost. */
function losesBookings(w: World, post: number, lastDay: number): boolean {
  for (let day = Math.floor(w.now / MINUTES_PER_DAY); day < lastDay; day++) {
    const at = dayOf(w.diary, post, day);
    if ((w.diary.away[at] & NOT_BOOKABLE) !== 0 && w.diary.booked[at] !== 0) return true;
  }
  return false;
}
