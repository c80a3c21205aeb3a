import { rankedOtherWayTexts } from "../../sim/findings/of-referred.ts";
import type { Ranking } from "../../sim/findings/ranking.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { labelOf } from "./metric-labels.ts";
import { of, type SummaryNumber, share, weeks } from "./summary-number.ts";
import { wrapIndented } from "./text-table.ts";

const SHOWN: readonly SummaryNumber[] = [
  of("people.reached_3", 0, "people"),
  share("wait.first_contact.within_4_weeks_of_demand"),
  weeks("wait.first_contact.mean"),
  share("needs.met_share"),
  of("cost.per_reached_3", 0, "GBP"),
];

/**
 * Ranks scenarios by some headlines in a line each; those that cannot be ruled out as the best are marked.
 */
export function rankingLines(rankings: readonly Ranking[], width: number): string[] {
  const lines = rankings.flatMap(({ metric, ranked }) => {
    const shown = SHOWN.find(({ terms: [[name]] }) => name === metric);
    if (shown === undefined) return [];
    const { terms, decimals } = shown;
    const [[, factor]] = terms;
    const places = ranked.map(
      ({ scenario, mean, mayBeBest }) =>
        `${mayBeBest ? "*" : ""}${scenario} ${numberText(mean * factor, decimals)}`,
    );
    return wrapIndented(`${labelOf(shown)}: ${places.join("; ")}.`, width, "  ");
  });
  if (lines.length === 0) return [];
  return [
    "",
    "Ranked, best first; * cannot be ruled out as the best (95 %, all scenarios together)",
    ...lines,
    ...rankedOtherWayTexts(rankings).flatMap((text) => wrapIndented(text, width, "  ")),
  ];
}
