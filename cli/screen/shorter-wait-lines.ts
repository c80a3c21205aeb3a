import type { MeanInterval } from "../../sim/stats/mean-interval.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { differenceInterval, meanOf, type SummaryInput } from "./summary-input.ts";

/** Warns of each scenario that waits less than the first one because fewer people are helped: a shorter wait of fewer people is no gain. */
export function shorterWaitLines(runs: readonly SummaryInput[]): string[] {
  const [base, ...others] = runs;
  return others.flatMap((other) => {
    const waits = differenceInterval(base, other, "wait.first_contact.mean").mean;
    const reached = differenceInterval(base, other, "people.reached_3");
    if (waits === null || waits >= 0 || !isSurelyBelow(reached)) return [];
    const fewer = differenceInterval(base, other, "people.referred").mean ?? 0;
    const asked = (meanOf(other, "requests.usual_care") ?? 0) - (meanOf(base, "requests.usual_care") ?? 0);
    const nobody =
      asked < 0.5 ? "" : `, and ${numberText(asked, 0)} more requests were made where there is no post`;
    return [
      `${other.plan.scenario} has the shorter wait because it helps fewer people, which is no gain: ${numberText(-fewer, 0)} fewer are referred and ${numberText(-(reached.mean ?? 0), 0)} fewer reach three contacts than in ${base.plan.scenario}${nobody}. Falling referrals are not falling need.`,
    ];
  });
}

/** Says whether a difference lies below 0 beyond chance; of one replication, whether it does at all. */
function isSurelyBelow({ mean, ciHigh }: MeanInterval): boolean {
  return mean !== null && (ciHigh ?? mean) < 0;
}
