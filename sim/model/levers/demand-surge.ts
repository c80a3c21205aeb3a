import type { Scenario } from "../../scenario/schema.ts";
import type { World } from "../world.ts";
import type { Lever } from "./lever.ts";

/** Raises requests, other clients or both: each candidate and each week asks by how much. */
export const demandSurge: Lever<"demand_surge"> = { rule: "surge", amount: surgeFactor };

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
export function highestSurge(scenario: Scenario): number {
  return scenario.timeline.reduce(
    (factor, action) =>
      action.kind === "demand_surge" && action.on.includes("referrals") ? factor * (1 + action.rise) : factor,
    1,
  );
}
