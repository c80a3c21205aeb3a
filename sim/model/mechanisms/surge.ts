import { surgeFactor } from "../levers/demand-surge.ts";
import { LEVERS } from "../levers/levers.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { prepareDraws } from "./open-door.ts";

/**
 * **Surge.** Austerity raises need: from a date, at once or over a stated time, and for a stated time or for
 * good, requests and organisations' other clients rise by a stated share. Surges multiply. The rate of
 * referral stays under the ceiling of candidates: a scenario whose surge would pass it is refused.
 */
export const surge: MechanismDeclaration<"surge"> = {
  id: "surge",
  evidence: ["M14", "M13", "O20", "O30"],
  parameters: ["timeline"],
  observable: "requests.count, organisation.load",
  off: (scenario) => ({
    ...scenario,
    timeline: scenario.timeline.filter(({ kind }) => LEVERS[kind].rule !== "surge"),
  }),
};

/** Sets the week's surge of organisations' other clients. */
export function surgeOthers(w: World): void {
  const factor = surgeFactor(w, "organisations", w.now);
  if (factor === w.othersSurge) return;
  w.othersSurge = factor;
  for (const o of w.part.organisations) prepareDraws(w, o);
}
