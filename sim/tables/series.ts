import { monthsOfReferral } from "../measures/months-of-referral.ts";
import type { MeasureKey } from "../measures/result.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { quantiles } from "../stats/quantile.ts";
import { replicationInterval } from "../stats/replication-interval.ts";
import { finiteValues } from "../stats/sample.ts";
import { intervalColumns, METRIC_COLUMNS, quantileColumn, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of weekly values, and of cohorts by month. */
export const SERIES = {
  name: "series",
  meaning:
    "Each weekly metric and group over replications, week by week; then those referred in each month " +
    "(group_by month): how they fare, empty where they are not followed for long enough",
  columns: [
    SCENARIO,
    integerColumn(
      "week",
      "weeks",
      "Week since the start of the scenario; the first is 1; of a month, that in which it begins",
    ),
    ...METRIC_COLUMNS,
    numberColumn(
      "mean",
      ROW_UNIT,
      "Mean over the replications that have a value in this week, or of those referred in this month",
    ),
    ...intervalColumns(ROW_UNIT),
    quantileColumn("p05", 5),
    quantileColumn("p95", 95),
  ],
} satisfies TableDeclaration;

/**
 * Returns each weekly value's mean, t interval and quantiles: by scenario, then metric in the order of the
 * plan, then week; after them those of each month's referrals, by metric, then month.
 */
export function seriesTable(runs: readonly ScenarioResults[]): TableOf<typeof SERIES> {
  const table = tableBuilder(SERIES);
  for (const run of runs) {
    const { plan } = run;
    const ordered = inReplicationOrder(run);
    const add = (key: MeasureKey, week: number, values: readonly number[]): void => {
      const { mean, ciLow, ciHigh } = replicationInterval(values);
      const [p05, p95] = quantiles(values, [0.05, 0.95]) as [number, number];
      table.add({
        scenario: plan.scenario,
        week,
        metric: key.metric,
        group_by: key.groupBy,
        group: key.group,
        unit: key.unit,
        mean,
        ci_low: ciLow,
        ci_high: ciHigh,
        p05,
        p95,
      });
    };
    plan.series.forEach((key, i) => {
      for (let week = 0; week < plan.weeks; week++)
        add(key, week + 1, finiteValues(acrossReplications(ordered, "series", i * plan.weeks + week)));
    });
    for (const { key, week, values } of monthsOfReferral(plan, ordered)) add(key, week, values);
  }
  return table.build();
}
