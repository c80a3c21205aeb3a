import { PURPOSE } from "../../random/purposes.ts";
import { exponential } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { NEED } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Absorption.** What organisations do not take stays with the link worker as case management: while a need
 * has no place, the person is seen on and keeps the caseload place. While every need left is held or sent,
 * contacts come at the longer `absorption_gap` instead of `gap`. Switched off, an episode finishes when each
 * need is met, sent or held.
 */
export const absorption: MechanismDeclaration<"absorption"> = {
  id: "absorption",
  evidence: ["M1", "M3", "M8"],
  parameters: ["contact.gap", "contact.absorption_gap", "contact.gap_spread"],
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

function hasWorkLeft(w: World, patient: number): boolean {
  const first = w.patients.firstNeed(patient);
  for (let need = first; need < first + w.patients.fields.needs[patient]; need++)
    if (w.needs.state[need] === NEED.open) return true;
  return false;
}
