import type { ScenarioResults } from "../measures/scenario-results.ts";
import { differenceInterval, meanOf } from "./estimates.ts";
import { sideOfZero } from "./side-of-zero.ts";

/** Holds by how much a scenario helps fewer people than another, whose wait is longer. */
export interface ShorterWait {
  readonly scenario: string;
  readonly base: string;
  readonly fewerReferred: number;
  readonly fewerReachedThree: number;
  /** Requests where there is no post, over those of the other. */
  readonly moreAsked: number;
}

/**
 * Finds scenarios that wait less than the first one because fewer people are helped: a shorter wait of fewer
 * people is no gain.
 */
export function shorterWaits([base, ...others]: readonly ScenarioResults[]): readonly ShorterWait[] {
  return others.flatMap((other): ShorterWait[] => {
    const waits = differenceInterval(base, other, "wait.first_contact.mean").mean;
    const reached = differenceInterval(base, other, "people.reached_3");
    const { mean, ciHigh } = reached;
    // Of one replication, whether it lies below 0 at all.
    const isBelow = mean !== null && (ciHigh === null ? mean < 0 : sideOfZero(reached) < 0);
    if (waits === null || waits >= 0 || !isBelow) return [];
    return [
      {
        scenario: other.plan.scenario,
        base: base.plan.scenario,
        fewerReferred: -(differenceInterval(base, other, "people.referred").mean ?? 0),
        fewerReachedThree: -mean,
        moreAsked: (meanOf(other, "requests.usual_care") ?? 0) - (meanOf(base, "requests.usual_care") ?? 0),
      },
    ];
  });
}
