import exp from "@stdlib/math-base-special-exp";
import { MINUTES_PER_DAY, MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { exponential, lognormal } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { book, firstFit, settleMinutes, slotMinute, slotsBefore, slotsFor, unbook } from "../diary.ts";
import { cancelAppointment, endEpisode } from "../episodes.ts";
import { ENDED, EVENT, HAPPENED } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { nextGap } from "./absorption.ts";
import { hear } from "./confidence.ts";
import { leavesBefore } from "./drop-off.ts";
import { workOnNeeds } from "./needs.ts";
import { comesOnceMore } from "./reliance.ts";
import { stopWaiting } from "./uptake.ts";

/**
 * **Contact.** Appointments stand in a diary on a 15-minute grid. A contact takes its face time and its own administration; a first contact is
 * longer than a later one. The next appointment is the first free run of slots on or after the wanted day. A missed appointment costs some
 * minutes, the rest of its slots comes free, and it is booked again after a week; so many missed in a row close the case. A crisis
 * brings the next contact forward into the next free casework time, before newcomers who have not been seen: such a newcomer is
 * moved to the next free slot.
 * A share of later contacts may be calls, or group sessions, which take less time and do less work; a share of casework time may be kept for first contacts.
 * With `booking: as_ready` there are no slots: after the gap a person joins the post's first-come first-served queue.
 */
export const contact: MechanismDeclaration = {
  id: "contact",
  evidence: ["M2", "M22", "W10", "W11", "C24"],
  parameters: ["contact"],
  observable: "contacts.per_referral, dna.share, utilisation.casework",
  off: (scenario) => ({
    ...scenario,
    contact: {
      ...scenario.contact,
      first: scenario.contact.follow_up,
      first_admin: scenario.contact.follow_up_admin,
      non_attendance: 0,
      crisis_rate: 0,
      telephone: { ...scenario.contact.telephone, share: 0 },
      group: { ...scenario.contact.group, share: 0 },
      reserved: 0,
    },
  }),
};

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

/** Lets a booked appointment happen. */
export function onAppointment(w: World, patient: number, token: number): void {
  const c = w.patients.fields;
  if (c.token[patient] !== token) return;
  const { contact: rule } = w.scenario;
  const post = c.post[patient];
  const booked = c.slots[patient];
  c.day[patient] = -1;
  if (comesTo(w, patient)) {
    const minutes = contactMinutes(w, patient);
    settleMinutes(w, post, booked, minutes);
    attend(w, patient, minutes);
    return;
  }
  const used = Math.min(booked, slotsFor(rule.missed));
  const day = Math.floor(w.now / MINUTES_PER_DAY);
  if (booked > used) unbook(w, post, day, c.slot[patient] + used, booked - used);
  miss(w, patient);
}

/** Books the next appointment after a contact; who will have left by then is drawn at that moment. */
function bookNext(w: World, patient: number): void {
  const c = w.patients.fields;
  const wanted = w.now + nextGap(w, patient);
  c.wantedAt[patient] = Math.round(wanted);
  c.mode[patient] = drawMode(w, patient);
  if (w.scenario.contact.booking === "as_ready") {
    c.isLeaving[patient] = leavesBefore(w, patient, 0) ? 1 : 0;
    const minute = Math.max(w.now + 1, Math.round(wanted));
    if (minute < w.clock.endMinute) w.calendar.schedule(minute, EVENT.ready, patient, ++c.token[patient]);
    return;
  }
  const minute = bookFollowUp(w, patient, wanted);
  c.isLeaving[patient] = minute >= 0 && leavesBefore(w, patient, minute - wanted) ? 1 : 0;
}

function bookFollowUp(w: World, patient: number, wanted: number): number {
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

/** Finds when a post could next see somebody who is in casework already; -1 within the booking horizon. */
export function followUpMinute(w: World, post: number, patient: number): number {
  const { booking_horizon: horizon } = w.scenario.contact;
  return firstFit(w, post, slotsFor(contactMinutes(w, patient)), w.now + 1, w.now + horizon);
}

/** Books somebody whose post has ended with another, or draws that they will have left by then. */
export function bookWithNewLinkWorker(w: World, patient: number, minute: number): void {
  const c = w.patients.fields;
  c.isLeaving[patient] = leavesBefore(w, patient, minute - c.wantedAt[patient]) ? 1 : 0;
  bookAppointment(w, patient, minute, slotsFor(contactMinutes(w, patient)));
}

const MODE = { meeting: 0, telephone: 1, group: 2 } as const;

/** Draws how the next contact is held. */
function drawMode(w: World, patient: number): number {
  const { telephone, group } = w.scenario.contact;
  if (telephone.share + group.share === 0) return MODE.meeting;
  const c = w.patients.fields;
  const u = uniform(c.key0[patient], c.key1[patient], c.contacts[patient], PURPOSE.contactMode);
  if (u < telephone.share) return MODE.telephone;
  return u < telephone.share + group.share ? MODE.group : MODE.meeting;
}

/** Counts an appointment and says whether the person comes to it. */
function comesTo(w: World, patient: number): boolean {
  const c = w.patients.fields;
  const occasion = c.appointments[patient]++;
  w.tally.countPost("appointments", c.post[patient], 1);
  if (c.isLeaving[patient] === 1) return false;
  if (c.isCrisisContact[patient] === 1) return true;
  return (
    uniform(c.key0[patient], c.key1[patient], occasion, PURPOSE.attendance) >=
    w.scenario.contact.non_attendance
  );
}

function miss(w: World, patient: number): void {
  const { contact: rule } = w.scenario;
  const c = w.patients.fields;
  const post = c.post[patient];
  w.tally.countPost("missed", post, 1);
  w.tally.countPost("caseworkMinutes", post, rule.missed);
  w.episodes.columns.missed[c.record[patient]]++;
  w.journal?.met(w, HAPPENED.missed, patient, c.missedInARow[patient] + 1);
  if (c.isLeaving[patient] === 1) {
    endEpisode(w, patient, ENDED.left);
    return;
  }
  if (++c.missedInARow[patient] >= rule.missed_in_a_row) {
    endEpisode(w, patient, c.contacts[patient] > 0 ? ENDED.left : ENDED.never_attended);
    return;
  }
  if (rule.booking === "diary") bookFollowUp(w, patient, w.now + rule.rebook_after);
  else {
    const minute = w.now + Math.max(1, Math.round(rule.rebook_after));
    if (minute < w.clock.endMinute) w.calendar.schedule(minute, EVENT.ready, patient, ++c.token[patient]);
  }
}

function attend(w: World, patient: number, minutes: number): void {
  const { contact: rule } = w.scenario;
  const c = w.patients.fields;
  const post = c.post[patient];
  const record = c.record[patient];
  const isFirst = c.contacts[patient] === 0;
  if (isFirst) {
    beginFirstContact(w, patient);
    w.tally.countPost("firstContacts", post, 1);
    scheduleCrisis(w, patient);
  }
  const number = ++c.contacts[patient];
  c.missedInARow[patient] = 0;
  c.isCrisisContact[patient] = 0;
  c.seenAt[patient] = w.now;
  w.journal?.met(w, HAPPENED.contact, patient, number);
  const entry = w.contacts.add();
  w.contacts.columns.record[entry] = record;
  w.contacts.columns.at[entry] = w.now;
  w.contacts.columns.number[entry] = number;
  w.tally.countPost("contacts", post, 1);
  w.tally.countPost("caseworkMinutes", post, minutes);
  w.tally.countPost("adminMinutes", post, isFirst ? rule.first_admin : rule.follow_up_admin);

  const isDone = workOnNeeds(w, patient, workDone(w, patient, isFirst));
  if (isDone && !comesOnceMore(w, patient)) endEpisode(w, patient, ENDED.finished);
  else if (number >= rule.at_most) endEpisode(w, patient, ENDED.reviewed_out);
  else bookNext(w, patient);
}

/** Ends the wait: served as ready, that is when the contact begins; in a diary, when the appointment does. */
function beginFirstContact(w: World, patient: number): void {
  const c = w.patients.fields;
  if (c.isWaiting[patient] === 0) return;
  w.episodes.columns.firstContactAt[c.record[patient]] = w.now;
  hear(w, "waitedMinutes", c.practice[patient], w.now - c.requestedAt[patient]);
  hear(w, "seen", c.practice[patient], 1);
  stopWaiting(w, patient);
}

function workDone(w: World, patient: number, isFirst: boolean): number {
  if (isFirst) return w.scenario.needs.first_contact;
  const { telephone, group } = w.scenario.contact;
  const mode = w.patients.fields.mode[patient];
  return mode === MODE.telephone ? telephone.work : mode === MODE.group ? group.work : 1;
}

function contactMinutes(w: World, patient: number): number {
  const { contact: rule } = w.scenario;
  const c = w.patients.fields;
  if (c.contacts[patient] === 0) return rule.first + rule.first_admin;
  switch (c.mode[patient]) {
    case MODE.telephone:
      return rule.telephone.minutes + rule.follow_up_admin;
    case MODE.group:
      // A person's part of the session: those of a group stand in the diary one by one.
      return rule.group.minutes / rule.group.people + rule.follow_up_admin;
    default:
      return rule.follow_up + rule.follow_up_admin;
  }
}

/** Schedules a person's next crisis. */
function scheduleCrisis(w: World, patient: number): void {
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
  for (let other = w.posts.roster.head[post]; other >= 0; other = w.posts.roster.next(other)) {
    if (c.contacts[other] > 0 || c.day[other] < 0 || c.slots[other] < slots) continue;
    const minute = slotMinute(w, c.day[other], c.slot[other]);
    if (minute > w.now && minute < firstMinute) {
      first = other;
      firstMinute = minute;
    }
  }
  return first;
}

/** Lets somebody join a post's queue of those who are ready (served as ready). */
export function becomeReady(w: World, patient: number): void {
  const c = w.patients.fields;
  c.token[patient]++;
  if (c.isLeaving[patient] === 1) {
    comesTo(w, patient);
    miss(w, patient);
    return;
  }
  const post = c.post[patient];
  w.posts.ready.join(post, patient);
  if (w.posts.isBusy[post] === 0) serveNext(w, post);
}

/** Lets somebody whose gap is over become ready. */
export function onReady(w: World, patient: number, token: number): void {
  if (w.patients.fields.token[patient] === token) becomeReady(w, patient);
}

function serveNext(w: World, post: number): void {
  const patient = w.posts.ready.serve(post);
  if (patient < 0) return;
  const c = w.patients.fields;
  const { contact: rule } = w.scenario;
  w.posts.isBusy[post] = 1;
  const u = uniform(c.key0[patient], c.key1[patient], c.appointments[patient], PURPOSE.serviceMinutes);
  const isComing = comesTo(w, patient);
  c.isComing[patient] = isComing ? 1 : 0;
  if (isComing) beginFirstContact(w, patient);
  c.slots[patient] = Math.max(
    1,
    Math.round(isComing ? drawMinutes(rule.length, contactMinutes(w, patient), u) : rule.missed),
  );
  w.calendar.schedule(w.now + c.slots[patient], EVENT.served, post, patient);
}

function drawMinutes(law: World["scenario"]["contact"]["length"], mean: number, u: number): number {
  if (law === "fixed") return mean;
  // The mean of a lognormal law with median 1 and sigma 1 is exp(1/2).
  return law === "exponential" ? exponential(u, mean) : mean * exp(-0.5) * lognormal(u, 1);
}

/** Ends a contact that was served as ready, and begins the next. */
export function onServed(w: World, post: number, patient: number): void {
  w.posts.isBusy[post] = 0;
  const minutes = w.patients.fields.slots[patient];
  if (w.patients.fields.isComing[patient] === 1) attend(w, patient, minutes);
  else miss(w, patient);
  if (w.posts.isBusy[post] === 0) serveNext(w, post);
}
