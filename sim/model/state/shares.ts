import { cumulate } from "../../random/quantiles.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { FOCUSES, type Focus } from "../../words/focuses.ts";

/** Focuses of which a need seldom comes alone. */
const GROUPS: readonly (readonly Focus[])[] = [
  ["money_advice", "work"],
  ["mental_health", "isolation_wellbeing", "alcohol"],
];

const bits = (group: readonly Focus[]): number =>
  group.reduce((mask, focus) => mask | (1 << FOCUSES.indexOf(focus)), 0);

/** Holds cumulative shares that draws are made from. */
export type Shares = ReturnType<typeof makeShares>;

/** Adds the shares of a scenario up, once. */
export function makeShares({ people, referral: { sources }, needs, structure }: Scenario) {
  return {
    age: cumulate(Object.values(people.age_bands)),
    source: cumulate([sources.gp, sources.practice_team, sources.self]),
    severity: cumulate(needs.severity),
    focus: cumulate(FOCUSES.map((focus) => needs.focus[focus])),
    focusShare: Float64Array.from(FOCUSES, (focus) => needs.focus[focus]),
    /** Focuses that go together with each, as bits, and by how much likelier they come after it. */
    goTogether: Int32Array.from(FOCUSES, (focus) =>
      bits(GROUPS.find((group) => group.includes(focus)) ?? []),
    ),
    clustering: structure.needs === "together" ? needs.clustering : 1,
  } as const;
}
