import { HEADLINES } from "../measures/headlines.ts";
import { placeOf } from "../measures/place-of.ts";
import { type AgainstBest, compareWithBest } from "../stats/compare-with-best.ts";
import { ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import { acrossReplications, inReplicationOrder, type ScenarioResults } from "./scenario-results.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of several scenarios ranked. */
export const RANKING = {
  name: "ranking",
  meaning:
    "Three or more scenarios ranked by headline metrics, each against the best of the others; the intervals of one metric hold for all scenarios together",
  columns: [
    textColumn("metric", "What they are ranked by"),
    textColumn("unit", "Unit of the numbers in this row"),
    textColumn("better", "Which way is better, higher or lower"),
    integerColumn("rank", "", "Place by the mean, 1 the best"),
    SCENARIO,
    numberColumn("mean", ROW_UNIT, "Mean over the replications in which every scenario has a value"),
    numberColumn("from_best", ROW_UNIT, "Its mean less that of the best of the others"),
    numberColumn(
      "ci_low",
      ROW_UNIT,
      "Lower bound of its simultaneous 95 % interval (multiple comparisons with the best)",
    ),
    numberColumn(
      "ci_high",
      ROW_UNIT,
      "Upper bound of it; 0 is the bound of one that is surely best, or surely not",
    ),
    textColumn("may_be_best", "yes if it cannot be ruled out as the best, else no"),
  ],
} satisfies TableDeclaration;

/** Holds the scenarios in order of one metric, the best first. */
export interface Ranking {
  readonly metric: string;
  readonly unit: string;
  readonly better: "higher" | "lower";
  readonly ranked: readonly (AgainstBest & { readonly scenario: string })[];
}

/** Ranks scenarios by each headline metric that all of them have; with the same mean, in the order given. */
export function rankingsOf(runs: readonly ScenarioResults[]): readonly Ranking[] {
  const ordered = runs.map(inReplicationOrder);
  return HEADLINES.flatMap(({ metric, better }): Ranking[] => {
    const places = runs.map(({ plan }) => placeOf(plan, metric));
    if (places.includes(-1)) return [];
    const against = compareWithBest(
      places.map((place, i) => acrossReplications(ordered[i], "values", place)),
      better,
    );
    if (against === null) return [];
    const sign = better === "higher" ? -1 : 1;
    const ranked = against
      .map((one, i) => ({ ...one, scenario: runs[i].plan.scenario }))
      .sort((a, b) => sign * (a.mean - b.mean));
    return [{ metric, unit: runs[0].plan.metrics[places[0]].unit, better, ranked }];
  });
}

/** Returns the table of rankings. */
export function rankingTable(runs: readonly ScenarioResults[]): TableOf<typeof RANKING> {
  const table = tableBuilder(RANKING);
  for (const { metric, unit, better, ranked } of rankingsOf(runs)) {
    ranked.forEach(({ scenario, mean, fromBest, ciLow, ciHigh, mayBeBest }, i) => {
      table.add(
        metric,
        unit,
        better,
        i + 1,
        scenario,
        mean,
        fromBest,
        ciLow,
        ciHigh,
        mayBeBest ? "yes" : "no",
      );
    });
  }
  return table.build();
}
