import { MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { exponential } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { firstFit, slotMinute, slotsFor } from "../diary.ts";
import { EVENT, HAPPENED } from "../events.ts";
import type { World } from "../world.ts";
import { bookAppointment, cancelAppointment } from "./booking.ts";
import { MODE } from "./modes.ts";

/** Schedules a person's next crisis. */
export function scheduleCrisis(w: World, patient: number): void {
  const { crisis_rate: rate, booking } = w.scenario.contact;
  if (rate <= 0 || booking === "as_ready") return;
  const c = w.patients.fields;
  const u = uniform(c.key0[patient], c.key1[patient], c.crises[patient]++, PURPOSE.crisisGap);
  const minute = w.now + Math.max(1, Math.round(exponential(u, MINUTES_PER_YEAR / rate)));
  if (minute < w.clock.endMinute) w.calendar.schedule(minute, EVENT.crisis, patient, c.crisisToken[patient]);
}

/** Brings the next contact of somebody in crisis forward. */
export function onCrisis(w: World, patient: number, token: number): void {
  const c = w.patients.fields;
  if (c.crisisToken[patient] !== token) return;
  w.journal?.person(w, HAPPENED.crisis, patient, 0);
  scheduleCrisis(w, patient);
  const { contact: rule } = w.scenario;
  const post = c.post[patient];
  if (post < 0) return;
  const slots = slotsFor(rule.follow_up + rule.follow_up_admin);
  const ownMinute = c.day[patient] < 0 ? Infinity : slotMinute(w, c.day[patient], c.slot[patient]);
  const freeMinute = firstFit(w, post, slots, w.now + 1, Infinity);
  const newcomer = firstNewcomer(w, post, slots);
  const newcomerMinute = newcomer < 0 ? Infinity : slotMinute(w, c.day[newcomer], c.slot[newcomer]);
  const minute = Math.min(freeMinute < 0 ? Infinity : freeMinute, newcomerMinute);
  if (minute >= ownMinute || minute === Infinity) return;
  cancelAppointment(w, patient);
  if (newcomerMinute === minute) {
    const firstSlots = c.slots[newcomer];
    cancelAppointment(w, newcomer);
    takeCrisisSlot(w, patient, minute, slots);
    const moved = firstFit(w, post, firstSlots, minute + 1, Infinity);
    if (moved >= 0) bookAppointment(w, newcomer, moved, firstSlots);
  } else takeCrisisSlot(w, patient, minute, slots);
}

function takeCrisisSlot(w: World, patient: number, minute: number, slots: number): void {
  const c = w.patients.fields;
  c.isCrisisContact[patient] = 1;
  c.mode[patient] = MODE.meeting;
  c.isLeaving[patient] = 0;
  bookAppointment(w, patient, minute, slots);
}

function firstNewcomer(w: World, post: number, slots: number): number {
  const c = w.patients.fields;
  let first = -1;
  let firstMinute = Infinity;
  for (let other = w.posts.unseen.head[post]; other >= 0; other = w.posts.unseen.next(other)) {
    if (c.day[other] < 0 || c.slots[other] < slots) continue;
    const minute = slotMinute(w, c.day[other], c.slot[other]);
    if (minute > w.now && minute < firstMinute) {
      first = other;
      firstMinute = minute;
    }
  }
  return first;
}
