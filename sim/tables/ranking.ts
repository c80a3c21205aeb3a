import { rankingsOf } from "../findings/ranking.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of several scenarios ranked. */
export const RANKING = {
  name: "ranking",
  meaning:
    "Three or more scenarios ranked by headline metrics, each against the best of the others; the " +
    "intervals of one metric hold for all scenarios together",
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

/** Returns the table of rankings. */
export function rankingTable(runs: readonly ScenarioResults[]): TableOf<typeof RANKING> {
  const table = tableBuilder(RANKING);
  for (const { metric, unit, better, ranked } of rankingsOf(runs)) {
    ranked.forEach(({ scenario, mean, fromBest, ciLow, ciHigh, mayBeBest }, i) => {
      table.add({
        metric,
        unit,
        better,
        rank: i + 1,
        scenario,
        mean,
        from_best: fromBest,
        ci_low: ciLow,
        ci_high: ciHigh,
        may_be_best: mayBeBest ? "yes" : "no",
      });
    });
  }
  return table.build();
}
