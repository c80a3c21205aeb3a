import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Shock.** On a date organisations of some types, focuses or names lose a share of their income in real terms: in one step, over a stated time, or by lot for some
 * of them only. Or they close on that day, or statutory ones give up a share of their places at once. An action dated on or after the end of the run changes nothing.
 */
export const shock: MechanismDeclaration = {
  id: "shock",
  evidence: ["M14", "O9", "O22"],
  parameters: ["timeline"],
  observable: "organisations.places, organisations.closed after the date",
  off: (scenario) => ({
    ...scenario,
    timeline: scenario.timeline.filter(
      ({ kind }) => kind !== "funding_cut" && kind !== "closure" && kind !== "statutory_withdrawal",
    ),
  }),
};

type Action = World["scenario"]["timeline"][number];

/** Gives the share of an organisation's income that the cuts so far leave. */
export function fundingLeft(w: World, o: number): number {
  const { timeline } = w.scenario;
  const n = w.organisations.places.length;
  let left = 1 - w.organisations.withdrawn[o];
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "funding_cut" || w.timeline.isHit[a * n + o] === 0) continue;
    const since = w.now - w.timeline.minute[a];
    if (since < 0) continue;
    left *= 1 - action.share * (action.over > 0 ? Math.min(1, since / action.over) : 1);
  }
  return left;
}

/** Says whether an action hits an organisation that it concerns: some cuts hit by lot. */
export function isHitBy(w: World, action: Action, o: number): boolean {
  if (action.kind !== "funding_cut" || action.hit >= 1) return true;
  const key = entityKey({ k0: w.organisations.key0[o], k1: w.organisations.key1[o] }, "action", action.id);
  return uniform(key.k0, key.k1, 0, PURPOSE.shockHit) < action.hit;
}
