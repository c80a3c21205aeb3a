import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { METRIC_COLUMNS, SCENARIO } from "./common-columns.ts";
import { tableBuilder } from "./make-table.ts";
import { STATISTICS_COLUMNS, statisticsOf } from "./statistics.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of means over replications. */
export const SUMMARY = {
  name: "summary",
  meaning: "Mean, spread and interval of each metric and group over replications",
  columns: [SCENARIO, ...METRIC_COLUMNS, ...STATISTICS_COLUMNS],
} satisfies TableDeclaration;

/** Returns each metric's mean, t interval and quantiles over the replications that have a value. */
export function summaryTable(runs: readonly ScenarioResults[]): TableOf<typeof SUMMARY> {
  const table = tableBuilder(SUMMARY);
  for (const run of runs) {
    const { plan } = run;
    const ordered = inReplicationOrder(run);
    plan.metrics.forEach(({ metric, groupBy, group, unit }, i) => {
      table.add({
        scenario: plan.scenario,
        metric,
        group_by: groupBy,
        group,
        unit,
        ...statisticsOf(plan, ordered, i),
      });
    });
  }
  return table.build();
}
