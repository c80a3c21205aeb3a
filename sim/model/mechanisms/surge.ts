import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { prepareDraws } from "./open-door.ts";

/**
 * **Surge.** Austerity raises need: from a date, at once or over a stated time, and for a stated time or for good, requests and organisations' other clients rise by a stated share. Surges
 * multiply. The rate of referral stays under the ceiling of candidates: a scenario whose surge would pass it is refused.
 */
export const surge: MechanismDeclaration = {
  id: "surge",
  evidence: ["M14", "M13", "O20", "O30"],
  parameters: ["timeline"],
  observable: "requests.count, organisation.load",
  off: (scenario) => ({
    ...scenario,
    timeline: scenario.timeline.filter(({ kind }) => kind !== "demand_surge"),
  }),
};

/** Gives the factor by which surges raise requests, or other clients, at a minute. */
export function surgeFactor(w: World, of: "referrals" | "organisations", minute: number): number {
  const { timeline } = w.scenario;
  let factor = 1;
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "demand_surge" || !action.on.includes(of)) continue;
    const since = minute - w.timeline.minute[a];
    if (since < 0 || since >= action.lasts) continue;
    factor *= 1 + action.rise * (action.over > 0 ? Math.min(1, since / action.over) : 1);
  }
  return factor;
}

/** Gives the highest factor that surges can reach together. */
export function highestSurge(scenario: World["scenario"]): number {
  return scenario.timeline.reduce(
    (factor, action) =>
      action.kind === "demand_surge" && action.on.includes("referrals") ? factor * (1 + action.rise) : factor,
    1,
  );
}

/** Sets the week's surge of organisations' other clients. */
export function surgeOthers(w: World): void {
  const factor = surgeFactor(w, "organisations", w.now);
  if (factor === w.othersSurge) return;
  w.othersSurge = factor;
  for (let o = 0; o < w.organisations.places.length; o++) prepareDraws(w, o);
}
