import type { MeasureKey, ReplicationResult } from "../../sim/measures/result.ts";
import { cellsOf } from "../../sim/tables/columns-of.ts";
import { REPLICATIONS } from "../../sim/tables/replications.ts";
import type { TableOf } from "../../sim/tables/table.ts";
import { WINDOWS } from "../../sim/tables/windows.ts";
import type { VariantOf } from "../scenarios/variant-of.ts";
import type { SummaryInput } from "../screen/summary-input.ts";
import type { OpenedResults } from "./open-results.ts";
import { variantOf } from "./results-record.ts";
import { summaryInput } from "./summary-of-run.ts";

/**
 * Recalls what a results folder's scenarios measured, with their verdicts, as the screen showed them; none
 * where it holds no replications.
 */
export async function recalledRuns(results: OpenedResults): Promise<readonly SummaryInput[]> {
  const table = await results.tableOf(REPLICATIONS);
  if (table === undefined) return [];
  const measured = measuredIn(table);
  const windows = await results.tableOf(WINDOWS);
  return results.record.scenarios.flatMap(({ name, precision_reached }): SummaryInput[] => {
    const found = measured.get(name);
    if (found === undefined) return [];
    const loaded = results.scenario(name);
    return [
      summaryInput({
        named: { ...loaded, variantOf: variantIn(results, name) },
        plan: {
          scenario: name,
          weeks: 0,
          metrics: found.metrics,
          series: [],
          retention: [],
          windows: [],
          windowed: [],
        },
        results: found.results,
        precision: typeof precision_reached === "boolean" ? { isReached: precision_reached } : null,
        windows,
      }),
    ];
  });
}

interface Measured {
  readonly metrics: MeasureKey[];
  readonly results: ReplicationResult[];
}

/**
 * Turns the rows of the table back into plans and results; every replication of a scenario lists the same
 * metrics in the same order.
 */
function measuredIn(table: TableOf<typeof REPLICATIONS>): ReadonlyMap<string, Measured> {
  const { rows } = table;
  const scenario = cellsOf(table, "scenario");
  const replication = cellsOf(table, "replication");
  const metric = cellsOf(table, "metric");
  const groupBy = cellsOf(table, "group_by");
  const group = cellsOf(table, "group");
  const unit = cellsOf(table, "unit");
  const value = cellsOf(table, "value");
  const found = new Map<string, Measured>();
  for (let from = 0; from < rows; ) {
    let to = from;
    while (to < rows && replication[to] === replication[from] && scenario[to] === scenario[from]) to++;
    const name = String(scenario[from]);
    const known = found.get(name) ?? { metrics: [], results: [] };
    if (known.results.length === 0)
      for (let row = from; row < to; row++)
        known.metrics.push({
          metric: String(metric[row]),
          groupBy: String(groupBy[row]),
          group: String(group[row]),
          unit: String(unit[row]),
        });
    const values = Float64Array.from({ length: to - from }, (_, i) => Number(value[from + i] ?? Number.NaN));
    const none = new Float64Array();
    known.results.push({
      replication: Number(replication[from]),
      events: 0,
      values,
      series: none,
      retention: none,
      windowed: none,
    });
    found.set(name, known);
    from = to;
  }
  return found;
}

function variantIn(results: OpenedResults, name: string): VariantOf | null {
  const main = variantOf(results.record, name);
  if (main === null) return null;
  const variant = results.scenario(main).scenario.variants.find(({ id }) => name === `${main} (${id})`);
  return variant === undefined
    ? { scenario: main, id: name, name }
    : { scenario: main, id: variant.id, name: variant.name, why: variant.why };
}
