import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { exponential } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { bookAppointment } from "../contacts/booking.ts";
import { contactMinutes } from "../contacts/modes.ts";
import { firstFit, slotsFor } from "../diary.ts";
import { EVENT, NEED } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { NEED_STEP } from "../state/needs.ts";
import type { World } from "../world.ts";
import { leavesBefore } from "./drop-off.ts";

/**
 * **Absorption.** What organisations do not take stays with the link worker as case management: while a need
 * has no place, the person is seen on and keeps the caseload place. While every need left is held or sent,
 * contacts come at the longer `absorption_gap` instead of `gap`. Whether these are due like any other, or
 * are made only if a slot is free in the week after the wanted day (else they are looked for again after the
 * next gap), is `structure.absorption_contacts`. Switched off, an episode finishes when each need is met,
 * sent or held.
 */
export const absorption: MechanismDeclaration<"absorption"> = {
  id: "absorption",
  evidence: ["M1", "M3", "M8"],
  parameters: [
    "contact.gap",
    "contact.absorption_gap",
    "contact.gap_spread",
    "structure.absorption_contacts",
  ],
  observable: "contacts.per_referral and caseload.mean as organisations' waits rise",
  // What it switches is whether an open need keeps an episode open, which no number says: `World.absorbs`
  // reads the switch.
  off: (scenario) => scenario,
};

/** Says whether a need in this state keeps the episode open. */
export function keepsOpen(w: World, state: number): boolean {
  return state === NEED.open || (w.absorbs && (state === NEED.held || state === NEED.sent));
}

/** Draws the wanted minutes to the next contact. */
export function nextGap(w: World, patient: number): number {
  const { contact: rule } = w.scenario;
  const c = w.patients.fields;
  const mean = hasWorkLeft(w, patient) ? rule.gap : rule.absorption_gap;
  const u = uniform(c.key0[patient], c.key1[patient], c.contacts[patient], PURPOSE.gap);
  return rule.gap_law === "exponential" ? exponential(u, mean) : mean * (1 + rule.gap_spread * (2 * u - 1));
}

/** Says whether a person's next contact is made only if a slot is free. */
export function isOnlyIfFree(w: World, patient: number): boolean {
  const { structure, contact: rule } = w.scenario;
  return structure.absorption_contacts === "if_free" && rule.booking === "diary" && !hasWorkLeft(w, patient);
}

/** Waits until a contact is wanted before a slot is looked for. */
export function awaitFreeSlot(w: World, patient: number, wanted: number): void {
  const minute = Math.max(w.now + 1, Math.round(wanted));
  if (minute < w.clock.endMinute)
    w.calendar.schedule(minute, EVENT.ready, patient, ++w.patients.fields.token[patient]);
}

/** Books a contact that is wanted now if a slot is free within a week; work that has come back is due. */
export function bookIfFree(w: World, patient: number): void {
  const c = w.patients.fields;
  const slots = slotsFor(contactMinutes(w, patient));
  const until = hasWorkLeft(w, patient) ? Infinity : w.now + MINUTES_PER_WEEK;
  const minute = firstFit(w, c.post[patient], slots, w.now + 1, until);
  if (minute < 0) {
    awaitFreeSlot(w, patient, w.now + w.scenario.contact.absorption_gap);
    return;
  }
  c.isLeaving[patient] = leavesBefore(w, patient, minute - c.wantedAt[patient]) ? 1 : 0;
  bookAppointment(w, patient, minute, slots);
}

function hasWorkLeft(w: World, patient: number): boolean {
  const end = w.patients.needsEnd(patient);
  for (let need = w.patients.firstNeed(patient); need < end; need += NEED_STEP)
    if (w.needs.state[need] === NEED.open) return true;
  return false;
}
