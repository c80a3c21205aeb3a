import { MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { MechanismDeclaration } from "../mechanism.ts";

/**
 * **Cost.** The programme pays its posts by funded time and once a development fund to each practice with a
 * post. What organisations spend is counted apart. Switched off, there are no rows of cost.
 */
export const cost: MechanismDeclaration<"cost"> = {
  id: "cost",
  evidence: ["K1", "K2", "K3", "K4", "PR8"],
  parameters: ["costs"],
  observable: "cost.total, cost.per_reached_3",
  off: (scenario) => scenario,
};

/** Gives the programme's cost for some funded minutes of full-time posts and some practices, in pence. */
export function programmeCost(scenario: Scenario, fteMinutes: number, practices: number): number {
  return (
    Math.round((scenario.costs.post * fteMinutes) / MINUTES_PER_YEAR) +
    scenario.costs.development_fund * practices
  );
}
