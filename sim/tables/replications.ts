import type { MeasurePlan } from "../measures/result.ts";
import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { METRIC_COLUMNS, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of measured numbers of every replication. */
export const REPLICATIONS = {
  name: "replications",
  meaning:
    "What each replication measured: one row for each metric, group and replication; unless --detail full " +
    "was given, only of headline metrics and of what verdicts, standards, boards and pages read",
  columns: [
    SCENARIO,
    integerColumn("replication", "", "Number of the replication"),
    ...METRIC_COLUMNS,
    numberColumn("value", ROW_UNIT, "The measured number; empty where this replication has none"),
  ],
} satisfies TableDeclaration;

/**
 * Returns the measured numbers: by scenario as given, then replication, then metric in the order of the plan;
 * of all metrics, or of those at places that `placesIn` gives of a plan, such as `keptPlaces`.
 */
export function replicationTable(
  runs: readonly ScenarioResults[],
  placesIn: (plan: MeasurePlan) => readonly number[] = ({ metrics }) => metrics.map((_, place) => place),
): TableOf<typeof REPLICATIONS> {
  const table = tableBuilder(REPLICATIONS);
  for (const run of runs) {
    const { plan } = run;
    const { scenario } = plan;
    const places = placesIn(plan);
    for (const { replication, values } of inReplicationOrder(run)) {
      for (const place of places) {
        const { metric, groupBy, group, unit } = plan.metrics[place];
        table.add({ scenario, replication, metric, group_by: groupBy, group, unit, value: values[place] });
      }
    }
  }
  return table.build();
}
