import { metricInterval } from "../measures/estimation-values.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { quantiles } from "../stats/quantile.ts";
import { finiteValues } from "../stats/sample.ts";
import { shareUpperLimit } from "../stats/share-upper-limit.ts";
import {
  intervalColumns,
  METRIC_COLUMNS,
  N,
  NO_INTERVAL,
  noIntervalCell,
  quantileColumn,
  ROW_UNIT,
  SCENARIO,
} from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder } from "./make-table.ts";
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
      "Standard deviation over replications (divisor n - 1; of a ratio, its jackknife values); empty under 2",
    ),
    ...intervalColumns(ROW_UNIT),
    quantileColumn("p05", 5),
    quantileColumn("p50", 50),
    quantileColumn("p95", 95),
    {
      ...integerColumn(
        "events",
        "replications",
        "Replications whose value is not 0; under 10 of more, no interval is given: too rare to say",
      ),
      mayBeAbsent: true,
    },
    {
      ...numberColumn(
        "upper_limit",
        ROW_UNIT,
        "Where a share is too rare for an interval: what its mean is surely not above (97.5 %, Clopper and " +
          "on the replications that had one)",
      ),
      mayBeAbsent: true,
    },
    NO_INTERVAL,
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
      const interval = metricInterval(plan, ordered, i);
      const { n, mean, sd, ciLow, ciHigh, events, noInterval } = interval;
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
        events,
        upper_limit: noInterval === "rare" && unit === "share" ? shareUpperLimit(events, n) : null,
        no_interval: noIntervalCell(interval),
      });
    });
  }
  return table.build();
}
