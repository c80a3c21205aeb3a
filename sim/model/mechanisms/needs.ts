import { NEED } from "../events.ts";
import { sendLink } from "../links.ts";
import { meetNeed } from "../meet-need.ts";
import { setNeedState } from "../roster.ts";
import { NEED_STEP } from "../state/needs.ts";
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
  const end = w.patients.needsEnd(patient);

  // Held needs first: what becomes free today is theirs before it is a newer need's.
  for (let need = first; need < end; need += NEED_STEP)
    if (needs.state[need] === NEED.held) sendOrHold(w, patient, need);

  let left = rule.at_a_time;
  for (let severity = 3; severity >= 1 && left > 0; severity--) {
    for (let need = first; need < end && left > 0; need += NEED_STEP) {
      if (needs.severity[need] !== severity || needs.state[need] !== NEED.open) continue;
      left--;
      const work = needs.workOf(need) - unit;
      needs.setWork(need, work);
      const isDone = work <= 1e-9;
      w.journal?.because(w, patient, "worked", { isDone: isDone ? 1 : 0 }, needs.ordinalOf(need) + 1);
      if (!isDone) continue;
      if (needs.isOwn[need] === 1) meetNeed(w, patient, need);
      else sendOrHold(w, patient, need);
    }
  }
  for (let need = first; need < end; need += NEED_STEP) if (keepsOpen(w, needs.state[need])) return false;
  return true;
}

/** Sends a need whose work is done to an organisation, or holds it. */
function sendOrHold(w: World, patient: number, need: number): void {
  const n = w.needs.ordinalOf(need);
  const edge = chooseOrganisation(w, patient, n);
  if (edge >= 0) {
    sendLink(w, patient, n, edge);
    return;
  }
  const wasHeld = w.needs.state[need] === NEED.held;
  if (!wasHeld) w.tally.count("held", 1);
  w.journal?.held(w, patient, need, wasHeld);
  setNeedState(w, patient, need, NEED.held);
}
