import { NEED } from "../events.ts";
import { sendLink } from "../links.ts";
import { meetNeed } from "../meet-need.ts";
import { setNeedState } from "../wanted.ts";
import type { World } from "../world.ts";
import { keepsOpen } from "./absorption.ts";
import { chooseOrganisation } from "./matching.ts";

/**
 * Works on a person's needs in a contact: on each of the most severe with work left, so many at a time, a
 * unit of work (a first contact, a call or a group session does part of one). An own need whose work is done
 * is met; a link need whose work is done is sent or held. Held needs are looked at again. Returns true if no
 * need keeps the episode open.
 */
export function workOnNeeds(w: World, patient: number, unit: number): boolean {
  const { needs: rule } = w.scenario;
  const { needs } = w;
  const first = w.patients.firstNeed(patient);
  const count = w.patients.fields.needs[patient];
  const end = first + count;

  // Held needs first: what becomes free today is theirs before it is a newer need's.
  for (let need = first; need < end; need++)
    if (needs.state[need] === NEED.held) sendOrHold(w, patient, need - first);

  let left = rule.at_a_time;
  for (let severity = 3; severity >= 1 && left > 0; severity--) {
    for (let need = first; need < end && left > 0; need++) {
      if (needs.severity[need] !== severity || needs.state[need] !== NEED.open) continue;
      left--;
      needs.work[need] -= unit;
      const isDone = needs.work[need] <= 1e-9;
      w.journal?.because(w, patient, "worked", { isDone: isDone ? 1 : 0 }, need - first + 1);
      if (!isDone) continue;
      if (needs.isOwn[need] === 1) meetNeed(w, patient, need);
      else sendOrHold(w, patient, need - first);
    }
  }
  for (let need = first; need < end; need++) if (keepsOpen(w, needs.state[need])) return false;
  return true;
}

/** Sends a need whose work is done to an organisation, or holds it. */
function sendOrHold(w: World, patient: number, n: number): void {
  const edge = chooseOrganisation(w, patient, n);
  if (edge >= 0) {
    sendLink(w, patient, n, edge);
    return;
  }
  const need = w.patients.firstNeed(patient) + n;
  const wasHeld = w.needs.state[need] === NEED.held;
  if (!wasHeld) w.tally.count("held", 1);
  w.journal?.held(w, patient, need, wasHeld);
  setNeedState(w, patient, need, NEED.held);
}
