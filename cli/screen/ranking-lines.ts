import type { Ranking } from "../../sim/findings/ranking.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { wrapIndented } from "./text-table.ts";

const SHOWN: Readonly<
  Record<string, { readonly words: string; readonly factor: number; readonly decimals: number }>
> = {
  "people.reached_3": { words: "People reaching three", factor: 1, decimals: 0 },
  "wait.first_contact.mean": { words: "Mean first wait, weeks", factor: 1 / 7, decimals: 1 },
  "needs.met_share": { words: "Needs met, %", factor: 100, decimals: 1 },
  "cost.per_reached_3": { words: "Cost a person reaching three, GBP", factor: 1, decimals: 0 },
};

/** Ranks scenarios by some headlines in a line each; those that cannot be ruled out as the best are marked. */
export function rankingLines(rankings: readonly Ranking[], width: number): string[] {
  const lines = rankings.flatMap(({ metric, ranked }) => {
    const shown = SHOWN[metric];
    if (shown === undefined) return [];
    const { words, factor, decimals } = shown;
    const places = ranked.map(
      ({ scenario, mean, mayBeBest }) =>
        `${mayBeBest ? "*" : ""}${scenario} ${numberText(mean * factor, decimals)}`,
    );
    return wrapIndented(`${words}: ${places.join("; ")}.`, width, "  ");
  });
  if (lines.length === 0) return [];
  return [
    "",
    "Ranked, best first; * cannot be ruled out as the best (95 %, all scenarios together)",
    ...lines,
  ];
}
