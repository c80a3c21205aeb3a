import { deriveChild, LEVEL } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { exponential } from "../../random/quantiles.ts";
import { uniform, words } from "../../random/threefry.ts";
import { surgeryMinute } from "../clock.ts";
import { EVENT, NEED } from "../events.ts";
import { NEED_STEP } from "../state/needs.ts";
import { beginNeedWait } from "../waits.ts";
import type { World } from "../world.ts";

/** Draws whether somebody whose episode has just ended comes back, and when. */
export function scheduleReturn(w: World, patient: number, hasOpenNeeds: boolean): void {
  const { returns } = w.scenario.referral;
  const { key0, key1, mayReturn } = w.patients.fields;
  const chance = Math.min(1, returns.chance * (hasOpenNeeds ? returns.open_needs_factor : 1));
  if (uniform(key0[patient], key1[patient], 0, PURPOSE.returns) >= chance) return;
  const delay = exponential(uniform(key0[patient], key1[patient], 0, PURPOSE.returnDelay), returns.delay);
  const minute = surgeryMinute(w.clock, (w.now + delay) * w.clock.surgeryShare);
  if (minute >= w.clock.endMinute) return;
  const slot = w.returns.take();
  deriveChild(key0[patient], key1[patient], LEVEL.return, 0);
  const store = w.returns.fields;
  store.key0[slot] = words[0];
  store.key1[slot] = words[1];
  store.former[slot] = patient;
  mayReturn[patient] = 1;
  w.calendar.schedule(Math.max(minute, w.now), EVENT.comesBack, slot, 0);
}

/**
 * Copies the needs that are still unmet from an ended episode to the one that a return opens; gives how
 * many. A need that an organisation has (sent, or started) stays there. One whose work was done is looked at
 * again: one unit of work.
 */
export function bringNeeds(w: World, former: number, patient: number): number {
  const { needs } = w;
  const end = w.patients.needsEnd(former);
  let count = 0;
  for (let need = w.patients.firstNeed(former); need < end; need += NEED_STEP) {
    const state = needs.state[need];
    if (state === NEED.met || state === NEED.sent || state === NEED.started) continue;
    const to = w.patients.need(patient, count++);
    needs.focus[to] = needs.focus[need];
    needs.severity[to] = needs.severity[need];
    needs.isOwn[to] = needs.isOwn[need];
    needs.setWork(to, state === NEED.open ? needs.workOf(need) : 1);
    needs.state[to] = NEED.open;
    needs.attempts[to] = 0;
    if (needs.isOwn[to] === 1) needs.setEntry(to, -1);
    else beginNeedWait(w, to);
  }
  return count;
}

/** Gives a person's record back once the episode has ended, no link is left and no return is to come. */
export function release(w: World, patient: number): void {
  const { isOpen, openLinks, mayReturn } = w.patients.fields;
  if (isOpen[patient] === 0 && openLinks[patient] === 0 && mayReturn[patient] === 0) w.patients.give(patient);
}
