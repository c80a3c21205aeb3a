import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { beginFirstContact, comesTo } from "../contacts/attendance.ts";
import { bookFollowUp } from "../contacts/booking.ts";
import { scheduleCrisis } from "../contacts/crisis.ts";
import { contactMinutes, drawMode, workDone } from "../contacts/modes.ts";
import { joinReady, serveNext } from "../contacts/service.ts";
import { settleMinutes, slotsFor, unbook } from "../diary.ts";
import { ENDED, EVENT, HAPPENED } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { countContact } from "../roster.ts";
import type { World } from "../world.ts";
import { awaitFreeSlot, bookIfFree, isOnlyIfFree, nextGap } from "./absorption.ts";
import { leavesBefore } from "./drop-off.ts";
import { workOnNeeds } from "./needs.ts";
import { comesOnceMore } from "./reliance.ts";
import { closeCase } from "./uptake.ts";

/**
 * **Contact.** Appointments stand in a diary on a 15-minute grid. A contact takes its face time and its own
 * administration; a first contact is longer than a later one. The next appointment is the first free run of
 * slots on or after the wanted day. A missed appointment, likelier with each quintile that is more deprived,
 * costs some minutes, the rest of its slots comes free, and it is booked again after a week; so many missed
 * in a row close the case. A crisis brings the next contact forward into the next free casework time, before
 * newcomers who have not been seen: such a newcomer is moved to the next free slot. A share of later
 * contacts may be calls, or group sessions, which take less time and do less work; a share of casework time
 * may be kept for first contacts. With `booking: as_ready` there are no slots: after the gap a person joins
 * the post's first-come first-served queue.
 */
export const contact: MechanismDeclaration<"contact"> = {
  id: "contact",
  evidence: ["M2", "M22", "W10", "W11", "C21", "C24"],
  parameters: ["contact", "people.per_quintile"],
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
  if (isOnlyIfFree(w, patient)) {
    awaitFreeSlot(w, patient, wanted);
    return;
  }
  if (w.scenario.contact.booking === "as_ready") {
    c.isLeaving[patient] = leavesBefore(w, patient, 0) ? 1 : 0;
    const minute = Math.max(w.now + 1, Math.round(wanted));
    if (minute < w.clock.endMinute) w.calendar.schedule(minute, EVENT.ready, patient, ++c.token[patient]);
    return;
  }
  const minute = bookFollowUp(w, patient, wanted);
  c.isLeaving[patient] = minute >= 0 && leavesBefore(w, patient, minute - wanted) ? 1 : 0;
}

function miss(w: World, patient: number): void {
  const { contact: rule } = w.scenario;
  const c = w.patients.fields;
  const post = c.post[patient];
  w.tally.countPost("missed", post, 1);
  w.tally.countPost("caseworkMinutes", post, rule.missed);
  w.episodes.columns.missed[c.record[patient]]++;
  w.journal?.met(w, HAPPENED.missed, patient, c.missedInARow[patient] + 1);
  // Who has left, or never meant to come, is not booked again.
  if (c.isLeaving[patient] === 1 || ++c.missedInARow[patient] >= rule.missed_in_a_row) {
    closeCase(w, patient, c.contacts[patient] > 0 ? ENDED.left : ENDED.never_attended);
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
  const number = countContact(w, post, patient);
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
  if (isDone && !comesOnceMore(w, patient)) closeCase(w, patient, ENDED.finished);
  else if (number >= rule.at_most) closeCase(w, patient, ENDED.reviewed_out);
  else bookNext(w, patient);
}

/** Lets somebody whose gap is over become ready, or be missing. */
export function onReady(w: World, patient: number, token: number): void {
  const c = w.patients.fields;
  if (c.token[patient] !== token) return;
  if (w.scenario.contact.booking === "diary") {
    bookIfFree(w, patient);
    return;
  }
  if (c.isLeaving[patient] === 0) {
    joinReady(w, patient);
    return;
  }
  c.token[patient]++;
  comesTo(w, patient);
  miss(w, patient);
}

/** Ends a contact that was served as ready, and begins the next. */
export function onServed(w: World, post: number, patient: number): void {
  w.posts.isBusy[post] = 0;
  const minutes = w.patients.fields.slots[patient];
  if (w.patients.fields.isComing[patient] === 1) attend(w, patient, minutes);
  else miss(w, patient);
  if (w.posts.isBusy[post] === 0) serveNext(w, post);
}
