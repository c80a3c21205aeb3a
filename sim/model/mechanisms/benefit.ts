import { PURPOSE } from "../../random/purposes.ts";
import { normal } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Benefit.** A person's wellbeing changes by itself, more with readiness, and by a stated effect for each
 * need met. The effect is 0 by default, because the trial found none between those referred and those not
 * (Mercer et al. 2019): then people with three or more contacts still gain more than others, by who they are
 * alone, and referred against not referred is exactly 0. No causal claim goes beyond the sources, and no
 * headline is made of it. Switched off, there are no rows of benefit.
 */
export const benefit: MechanismDeclaration<"benefit"> = {
  id: "benefit",
  evidence: ["X1", "X2", "X3", "X4", "C25"],
  parameters: ["benefit"],
  observable: "benefit.mean by contacts, benefit.of_referral",
  off: (scenario) => scenario,
};

/** Draws a person's change of wellbeing without help. */
export function naturalChange(w: World, patient: number): number {
  const { natural, per_readiness: perReadiness, spread } = w.scenario.benefit;
  const c = w.patients.fields;
  const u = uniform(c.key0[patient], c.key1[patient], 0, PURPOSE.benefit);
  return natural + perReadiness * w.patients.readinessOf(patient) + normal(u, spread);
}
