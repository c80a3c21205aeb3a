import { describeMetric } from "../measures/describe-metric.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { differenceInterval } from "./estimates.ts";
import { sideBeyondChance } from "./side-of-zero.ts";

/** Waits and shares that speak of those referred. */
const OF_THOSE_REFERRED = [
  "reached_3.share",
  "wait.first_contact.within_4_weeks",
  "wait.first_contact.mean",
] as const;

/** Says that waits and shares go one way and people the other. */
export interface OtherPeople {
  /** Which way people go: more of them are referred and reach three contacts, or fewer. */
  readonly people: "more" | "fewer";
  /** How many more, or fewer, are referred. */
  readonly referred: number;
}

/**
 * Finds whether waits or shares go one way and people the other, because others are referred: a practice
 * that loses its post has no wait. Null where they agree, or there are too few pairs to say.
 */
export function otherPeople(base: ScenarioResults, other: ScenarioResults): OtherPeople | null {
  const sideOf = (metric: string): number => sideBeyondChance(differenceInterval(base, other, metric));
  const people = sideOf("people.reached_3");
  const referred = differenceInterval(base, other, "people.referred");
  if (people === 0 || sideBeyondChance(referred) !== people) return null;
  const isOtherWay = OF_THOSE_REFERRED.some((metric) => {
    const side = sideOf(metric);
    return (describeMetric(metric)?.better === "lower" ? -side : side) === -people;
  });
  if (!isOtherWay) return null;
  return { people: people > 0 ? "more" : "fewer", referred: Math.abs(referred.mean ?? 0) };
}
