import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { cumulate, logistic } from "../../random/quantiles.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { FOCUSES, type Focus } from "../../words/focuses.ts";

/** Focuses of which a need seldom comes alone. */
const GROUPS: readonly (readonly Focus[])[] = [
  ["money_advice", "work"],
  ["mental_health", "isolation_wellbeing", "alcohol"],
];

const bits = (group: readonly Focus[]): number =>
  group.reduce((mask, focus) => mask | (1 << FOCUSES.indexOf(focus)), 0);

/**
 * Gives what a quintile's people have over the mean of those who would be referred, in log odds: a step for
 * each quintile that is less deprived, centred on the scenario's mix, so that the mean log odds stay.
 */
function easeOf({ people, referral }: Scenario): Float64Array {
  const referred = people.deprivation.map((share, quintile) => share * referral.relative_rate[quintile]);
  const total = referred.reduce((sum, share) => sum + share, 0);
  const mean = total > 0 ? referred.reduce((sum, share, quintile) => sum + share * quintile, 0) / total : 0;
  return Float64Array.from(referred, (_, quintile) => people.per_quintile * (quintile - mean));
}

/** Moves a chance by log odds; by none it stays as it is, to the bit. */
const withLogOdds = (chance: number, by: number): number =>
  by === 0 ? chance : logistic(ln(chance / (1 - chance)) + by);

/** Holds cumulative shares that draws are made from. */
export type Shares = ReturnType<typeof makeShares>;

/** Adds the shares of a scenario up, once. */
export function makeShares(scenario: Scenario) {
  const { people, referral, needs, structure, contact, waiting_list: list } = scenario;
  const { sources } = referral;
  const ease = easeOf(scenario);
  return {
    /** What deprivation adds to the log odds of uptake, and takes from those of missing, by quintile. */
    ease,
    /** Chance of missing an appointment, and factor on patience, by quintile. */
    missed: ease.map((more) => withLogOdds(contact.non_attendance, -more)),
    patience: ease.map((more) => exp(more / list.patience_shape)),
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
