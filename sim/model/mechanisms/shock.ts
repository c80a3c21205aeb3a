import { dayNumber } from "../../engine/civil-date.ts";
import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { MINUTES_PER_DAY } from "../clock.ts";
import { closeOrganisation } from "../closure.ts";
import { EVENT } from "../events.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../state.ts";

/**
 * **Shock.** On a date organisations of some types, focuses or names lose a share of their income in real terms: in one step, over a stated time, or by lot for some
 * of them only. Or they close on that day. An action dated on or after the end of the run changes nothing.
 */
export const shock: MechanismDeclaration = {
  id: "shock",
  evidence: ["M14", "O9", "O22"],
  parameters: ["timeline"],
  observable: "organisations.places, organisations.closed after the date",
  off: (scenario) => ({ ...scenario, timeline: scenario.timeline.filter(({ kind }) => kind !== "funding_cut" && kind !== "closure") }),
};

type Action = World["scenario"]["timeline"][number];

/** Schedules the timeline and works out whom each action hits. */
export function scheduleActions(w: World): void {
  const n = w.places.length;
  w.scenario.timeline.forEach((action, a) => {
    const minute = actionMinute(w, action);
    if (minute >= w.clock.endMinute) return;
    w.calendar.schedule(Math.max(0, minute), EVENT.action, a, 0);
    for (let o = 0; o < n; o++) w.hitShare[a * n + o] = isConcerned(w, action, o) && isHit(w, action, o) ? 1 : 0;
  });
}

/** Lets an action take effect. A cut works through the months' income from its day on; a closure happens at once. */
export function onAction(w: World, a: number): void {
  const n = w.places.length;
  if (w.scenario.timeline[a].kind !== "closure") return;
  for (let o = 0; o < n; o++) if (w.hitShare[a * n + o] === 1) closeOrganisation(w, o);
}

/** Gives the share of an organisation's income that the cuts so far leave. */
export function fundingLeft(w: World, o: number): number {
  const { timeline } = w.scenario;
  const n = w.places.length;
  let left = 1;
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "funding_cut" || w.hitShare[a * n + o] === 0) continue;
    const since = w.now - actionMinute(w, action);
    if (since < 0) continue;
    left *= 1 - action.share * (action.over > 0 ? Math.min(1, since / action.over) : 1);
  }
  return left;
}

/** Gives the minute at which an action takes effect; before the first minute for one that is in force from the beginning. */
export function actionMinute(w: World, action: Action): number {
  return (dayNumber(action.date) - w.clock.firstDay) * MINUTES_PER_DAY;
}

function isConcerned(w: World, action: Action, o: number): boolean {
  const { id, type, focus } = w.layout.organisations[o];
  return (
    (action.types?.includes(type) ?? true) && (action.focuses?.includes(focus) ?? true) && (action.organisations?.includes(id) ?? true)
  );
}

function isHit(w: World, action: Action, o: number): boolean {
  if (action.kind !== "funding_cut" || action.hit >= 1) return true;
  const key = entityKey({ k0: w.organisationKey0[o], k1: w.organisationKey1[o] }, "action", action.id);
  return uniform(key.k0, key.k1, 0, PURPOSE.shockHit) < action.hit;
}
