import { differencesOf, type MetricDifference } from "../findings/differences.ts";
import { type EnsembleWidths, NO_WIDTHS } from "../findings/not-known.ts";
import type { MetricStretch, ScenarioResults } from "../measures/scenario-results.ts";
import {
  BASE,
  intervalColumns,
  METRIC_COLUMNS,
  N,
  NO_INTERVAL,
  noIntervalCell,
  ROW_UNIT,
  SCENARIO,
} from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder } from "./make-table.ts";
import {
  MEMBERS_SHARE,
  NOT_KNOWN_COLUMNS,
  notKnownDifferenceCells,
  withColumns,
} from "./not-known-columns.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of differences between worlds under common random numbers. */
export const DIFFERENCES = {
  name: "differences",
  meaning:
    "Mean difference of each metric and group, scenario - base, over replications paired by number; " +
    "metrics that both have",
  columns: [
    BASE,
    SCENARIO,
    ...METRIC_COLUMNS,
    { ...N, meaning: "Replications that have a value in both" },
    numberColumn("mean_difference", ROW_UNIT, "Mean over replications of scenario - base"),
    ...intervalColumns(ROW_UNIT),
    numberColumn(
      "sd_paired",
      ROW_UNIT,
      "Standard deviation of the differences (divisor n - 1); empty under 2",
    ),
    numberColumn(
      "sd_unpaired",
      ROW_UNIT,
      "What it would be with seeds of their own: the root of the sum of both variances",
    ),
    numberColumn(
      "variance_reduction",
      "ratio",
      "(variance base + variance scenario) / variance of the difference: how many times fewer " +
        "replications than independent seeds; empty where the differences have no spread",
    ),
    { ...integerColumn("differ", "replications", "Pairs whose worlds differ"), mayBeAbsent: true },
    NO_INTERVAL,
  ],
} satisfies TableDeclaration;

type DifferenceColumn = (typeof DIFFERENCES)["columns"][number];

/** Declares that table where an ensemble was used: with what is not known. */
export const DIFFERENCES_OF_ENSEMBLE = withColumns<DifferenceColumn>(DIFFERENCES, [
  ...NOT_KNOWN_COLUMNS,
  MEMBERS_SHARE,
]);

/**
 * Returns the table of differences of worlds from their base, world by world as given; with an ensemble also
 * their two widths.
 */
export function differenceTable(
  base: ScenarioResults,
  others: readonly ScenarioResults[],
  widths?: EnsembleWidths,
  stretch?: MetricStretch,
): TableOf<typeof DIFFERENCES> {
  const table = widths === undefined ? tableBuilder(DIFFERENCES) : tableBuilder(DIFFERENCES_OF_ENSEMBLE);
  for (const other of others) {
    const [one, two] = [base.plan.scenario, other.plan.scenario];
    for (const difference of differencesOf(base, other, stretch))
      table.add({
        base: one,
        scenario: two,
        ...differenceCells(difference),
        ...(widths === undefined
          ? {}
          : notKnownDifferenceCells(
              widths.ofDifference(one, two, difference, difference.difference.mean) ?? NO_WIDTHS,
            )),
      });
  }
  return table.build();
}

/** Gives the cells of a difference, but for the names of the two scenarios. */
export const differenceCells = ({ metric, groupBy, group, unit, difference }: MetricDifference) => ({
  metric,
  group_by: groupBy,
  group,
  unit,
  n: difference.n,
  mean_difference: difference.mean,
  ci_low: difference.ciLow,
  ci_high: difference.ciHigh,
  sd_paired: difference.sdPaired,
  sd_unpaired: difference.sdUnpaired,
  variance_reduction: difference.varianceReduction,
  differ: difference.differ,
  no_interval: noIntervalCell({ ...difference, sd: difference.sdPaired, events: difference.differ }),
});
