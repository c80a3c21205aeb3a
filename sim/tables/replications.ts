import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { METRIC_COLUMNS, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of every measured number of every replication. */
export const REPLICATIONS = {
  name: "replications",
  meaning: "What each replication measured: one row for each metric, group and replication",
  columns: [
    SCENARIO,
    integerColumn("replication", "", "Number of the replication"),
    ...METRIC_COLUMNS,
    numberColumn("value", ROW_UNIT, "The measured number; empty where this replication has none"),
  ],
} satisfies TableDeclaration;

/**
 * Returns every measured number: by scenario as given, then replication, then metric in the order of the
 * plan.
 */
export function replicationTable(runs: readonly ScenarioResults[]): TableOf<typeof REPLICATIONS> {
  const table = tableBuilder(REPLICATIONS);
  for (const run of runs) {
    const { plan } = run;
    const { scenario } = plan;
    for (const { replication, values } of inReplicationOrder(run)) {
      plan.metrics.forEach(({ metric, groupBy, group, unit }, i) => {
        table.add({ scenario, replication, metric, group_by: groupBy, group, unit, value: values[i] });
      });
    }
  }
  return table.build();
}
