import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { closeOrganisation } from "../closure.ts";
import { EVENT, HAPPENED } from "../events.ts";
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
  off: (scenario) => ({
    ...scenario,
    timeline: scenario.timeline.filter(({ kind }) => kind !== "funding_cut" && kind !== "closure"),
  }),
};

type Action = World["scenario"]["timeline"][number];

/** Schedules the timeline and works out whom each action hits. */
export function scheduleActions(w: World): void {
  const n = w.places.length;
  w.scenario.timeline.forEach((action, a) => {
    const minute = w.actionMinute[a];
    if (minute >= w.clock.endMinute) return;
    w.calendar.schedule(Math.max(0, minute), EVENT.action, a, 0);
    for (let o = 0; o < n; o++)
      w.isHit[a * n + o] = isConcerned(w, action, o) && drawsLot(w, action, o) ? 1 : 0;
  });
}

/** Lets an action take effect. A cut works through the months' income from its day on; a closure happens at once. */
export function onAction(w: World, a: number): void {
  w.journal?.add(w, HAPPENED.action, a);
  const n = w.places.length;
  if (w.scenario.timeline[a].kind !== "closure") return;
  for (let o = 0; o < n; o++) if (w.isHit[a * n + o] === 1) closeOrganisation(w, o);
}

/** Gives the share of an organisation's income that the cuts so far leave. */
export function fundingLeft(w: World, o: number): number {
  const { timeline } = w.scenario;
  const n = w.places.length;
  let left = 1;
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "funding_cut" || w.isHit[a * n + o] === 0) continue;
    const since = w.now - w.actionMinute[a];
    if (since < 0) continue;
    left *= 1 - action.share * (action.over > 0 ? Math.min(1, since / action.over) : 1);
  }
  return left;
}

function isConcerned(w: World, action: Action, o: number): boolean {
  if (action.kind === "demand_surge") return false;
  const { id, type, focus } = w.layout.organisations[o];
  return (
    (action.types?.includes(type) ?? true) &&
    (action.focuses?.includes(focus) ?? true) &&
    (action.organisations?.includes(id) ?? true)
  );
}

function drawsLot(w: World, action: Action, o: number): boolean {
  if (action.kind !== "funding_cut" || action.hit >= 1) return true;
  const key = entityKey({ k0: w.organisationKey0[o], k1: w.organisationKey1[o] }, "action", action.id);
  return uniform(key.k0, key.k1, 0, PURPOSE.shockHit) < action.hit;
}
