import { estimationValues } from "../measures/estimation-values.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { meanInterval } from "../stats/mean-interval.ts";
import { quantiles } from "../stats/quantile.ts";
import { finiteValues } from "../stats/sample.ts";
import { intervalColumns, METRIC_COLUMNS, N, quantileColumn, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { numberColumn, tableBuilder } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of means over replications. */
export const SUMMARY = {
  name: "summary",
  meaning: "Mean, spread and interval of each metric and group over replications",
  columns: [
    SCENARIO,
    ...METRIC_COLUMNS,
    N,
    numberColumn(
      "mean",
      ROW_UNIT,
      "Mean over the replications that have a value; of a ratio, the ratio of their sums",
    ),
    numberColumn(
      "sd",
      ROW_UNIT,
      "Standard deviation over replications (divisor n - 1), of a ratio of its jackknife values; empty under 2",
    ),
    ...intervalColumns(ROW_UNIT),
    quantileColumn("p05", 5),
    quantileColumn("p50", 50),
    quantileColumn("p95", 95),
  ],
} satisfies TableDeclaration;

/** Returns each metric's mean, t interval and quantiles over the replications that have a value. */
export function summaryTable(runs: readonly ScenarioResults[]): TableOf<typeof SUMMARY> {
  const table = tableBuilder(SUMMARY);
  for (const run of runs) {
    const { plan } = run;
    const ordered = inReplicationOrder(run);
    plan.metrics.forEach(({ metric, groupBy, group, unit }, i) => {
      const values = finiteValues(acrossReplications(ordered, "values", i));
      const { n, mean, sd, ciLow, ciHigh } = meanInterval(estimationValues(plan, ordered, i));
      const [p05, p50, p95] = quantiles(values, [0.05, 0.5, 0.95]) as [number, number, number];
      table.add({
        scenario: plan.scenario,
        metric,
        group_by: groupBy,
        group,
        unit,
        n,
        mean,
        sd,
        ci_low: ciLow,
        ci_high: ciHigh,
        p05,
        p50,
        p95,
      });
    });
  }
  return table.build();
}
