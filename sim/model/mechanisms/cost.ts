import { MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { MechanismDeclaration } from "../mechanism.ts";

/**
 * **Cost.** The programme pays its posts by funded time, management and support as a share of what the posts
 * cost, and, where a scenario pays one, once a development fund to each practice with a post. What
 * organisations' places cost is a line of its own, which others pay. Switched off, there are no rows of
 * cost.
 */
export const cost: MechanismDeclaration<"cost"> = {
  id: "cost",
  evidence: ["K1", "K2", "K3", "K4", "PR8", "A-management"],
  parameters: ["costs"],
  observable: "cost.total, cost.per_reached_3",
  off: (scenario) => scenario,
};

/** What a programme pays, line by line, in pence. */
export interface CostLines {
  readonly posts: number;
  readonly management: number;
  readonly developmentFund: number;
}

/** Gives the lines of a programme's cost for some funded minutes of full-time posts and some practices. */
export function costLines({ costs }: Scenario, fteMinutes: number, practices: number): CostLines {
  const posts = Math.round((costs.post * fteMinutes) / MINUTES_PER_YEAR);
  return {
    posts,
    management: Math.round(posts * costs.management),
    developmentFund: costs.development_fund * practices,
  };
}
