import { FEWEST_MEMBERS, type MemberRuns, rowsOfDifference, shareOnSide } from "../findings/not-known.ts";
import { wholePercentText } from "../words/numbers.ts";
import { PEOPLE } from "./range-sentence.ts";

type Named = readonly [name: string, members: MemberRuns];

/**
 * Says of members too few for a range in what share of them, by weight, fewer people reach three contacts
 * than in the base; nothing where they are enough, and of a scenario of which it cannot be told.
 */
export function membersSentences([base, before]: Named, others: readonly Named[]): readonly string[] {
  const { length } = before.weights;
  if (length >= FEWEST_MEMBERS) return [];
  return others.flatMap(([scenario, after]) => {
    const rows = rowsOfDifference(before, after, { metric: PEOPLE, groupBy: "all", group: "all" });
    const share = shareOnSide(rows, before.weights, -1);
    if (share === null) return [];
    return (
      `In ${scenario} fewer people reach three contacts than in ${base} in ${wholePercentText(share)} of ` +
      `${length} sets of values that fit the published figures.`
    );
  });
}
