import { cumulate } from "../../random/quantiles.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { FOCUSES } from "../../words/focuses.ts";

/** Holds cumulative shares that draws are made from. */
export type Shares = ReturnType<typeof makeShares>;

/** Adds the shares of a scenario up, once. */
export function makeShares({ people, referral: { sources }, needs }: Scenario) {
  return {
    age: cumulate(Object.values(people.age_bands)),
    source: cumulate([sources.gp, sources.practice_team, sources.self]),
    severity: cumulate(needs.severity),
    focus: cumulate(FOCUSES.map((focus) => needs.focus[focus])),
  } as const;
}
