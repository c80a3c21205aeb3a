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

/** Declares the table of weekly values. */
export const SERIES = {
  name: "series",
  meaning: "Each weekly metric and group over replications, week by week",
  columns: [
    SCENARIO,
    integerColumn("week", "weeks", "Week since the start of the scenario; the first is 1"),
    ...METRIC_COLUMNS,
    numberColumn("mean", ROW_UNIT, "Mean over the replications that have a value in this week"),
    ...intervalColumns(ROW_UNIT),
    quantileColumn("p05", 5),
    quantileColumn("p95", 95),
  ],
} satisfies TableDeclaration;

/**
 * Returns each weekly value's mean, t interval and quantiles: by scenario, then metric in the order of the
 * plan, then week.
 */
export function seriesTable(runs: readonly ScenarioResults[]): TableOf<typeof SERIES> {
  const table = tableBuilder(SERIES);
  for (const run of runs) {
    const { plan } = run;
    const ordered = inReplicationOrder(run);
    plan.series.forEach(({ metric, groupBy, group, unit }, i) => {
      for (let week = 0; week < plan.weeks; week++) {
        const values = finiteValues(acrossReplications(ordered, "series", i * plan.weeks + week));
        const { mean, ciLow, ciHigh } = replicationInterval(values);
        const [p05, p95] = quantiles(values, [0.05, 0.95]) as [number, number];
        table.add({
          scenario: plan.scenario,
          week: week + 1,
          metric,
          group_by: groupBy,
          group,
          unit,
          mean,
          ci_low: ciLow,
          ci_high: ciHigh,
          p05,
          p95,
        });
      }
    });
  }
  return table.build();
}
