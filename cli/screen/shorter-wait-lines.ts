import { shorterWaits } from "../../sim/findings/shorter-wait.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { numberText } from "../../sim/words/numbers.ts";

/** Warns of each scenario that waits less than the first one because fewer people are helped. */
export function shorterWaitLines(runs: readonly ScenarioResults[]): string[] {
  return shorterWaits(runs).map(({ scenario, base, fewerReferred, fewerReachedThree, moreAsked }) => {
    const nobody =
      moreAsked < 0.5
        ? ""
        : `, and ${numberText(moreAsked, 0)} more requests were made where there is no post`;
    return (
      `${scenario} has the shorter wait because it helps fewer people, which is no gain: ` +
      `${numberText(fewerReferred, 0)} fewer are referred and ${numberText(fewerReachedThree, 0)} ` +
      `fewer reach three contacts than in ${base}${nobody}. Falling referrals are not falling need.`
    );
  });
}
