import type { MeasureKey, MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { RETENTION_FIELDS } from "../../sim/measures/result.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";

const everybody = { groupBy: "all", group: "all" };

/** A plan of two metrics, one weekly metric over two weeks, and retention at 0 and 1 contacts. */
export function aPlan(scenario: string): MeasurePlan {
  const caseload: MeasureKey = { metric: "caseload.mean", ...everybody, unit: "people" };
  const reached: MeasureKey = { metric: "reached_3.share", ...everybody, unit: "share" };
  return {
    scenario,
    weeks: 2,
    metrics: [caseload, reached],
    series: [{ ...caseload, metric: "waiting_list.mean" }],
    retention: [
      { groupBy: "all", group: "all", contacts: 0 },
      { groupBy: "all", group: "all", contacts: 1 },
    ],
    windows: [],
    windowed: [],
  };
}

/** A replication with these metric values; its other numbers follow from the replication's number. */
export function aResult(replication: number, values: readonly number[]): ReplicationResult {
  const retention = new Float64Array(2 * RETENTION_FIELDS.length);
  RETENTION_FIELDS.forEach((_, i) => {
    retention[i] = 100 + replication + i;
    retention[RETENTION_FIELDS.length + i] = 50 + replication + i;
  });
  const share = RETENTION_FIELDS.indexOf("reached_share");
  retention[share] = 1;
  retention[RETENTION_FIELDS.length + share] = replication % 2 === 0 ? 0.5 : 0.99;
  return {
    replication,
    events: 10,
    values: Float64Array.from(values),
    series: Float64Array.of(replication, 10 * replication),
    retention,
    windowed: new Float64Array(0),
  };
}

/** The rows of a table as records. */
export function rowsOf(table: Table): Record<string, Cell>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      table.declaration.columns.map((column, i) => [column.name, table.columns[i]?.[row] as Cell]),
    ),
  );
}
