import { isMeanAlone } from "../../sim/findings/kept-values.ts";
import type { MeasureKey, ReplicationResult } from "../../sim/measures/result.ts";
import { cellsOf } from "../../sim/tables/columns-of.ts";
import { REPLICATIONS } from "../../sim/tables/replications.ts";
import { SUMMARY } from "../../sim/tables/summary.ts";
import type { TableOf } from "../../sim/tables/table.ts";
import { WINDOWS } from "../../sim/tables/windows.ts";
import type { VariantOf } from "../scenarios/variant-of.ts";
import type { SummaryInput } from "../screen/summary-input.ts";
import type { OpenedResults } from "./open-results.ts";
import { variantOf } from "./results-record.ts";
import { summaryInput, type ToldRun } from "./summary-of-run.ts";

/**
 * Recalls what a results folder's scenarios measured, with their verdicts, as the screen showed them; none
 * where it holds no replications.
 */
export async function recalledRuns(results: OpenedResults): Promise<readonly SummaryInput[]> {
  const table = await results.tableOf(REPLICATIONS);
  if (table === undefined) return [];
  const measured = measuredIn(table);
  const means = meansIn(await results.tableOf(SUMMARY));
  const windows = await results.tableOf(WINDOWS);
  return results.record.scenarios.flatMap(({ name, precision_reached }): SummaryInput[] => {
    const found = measured.get(name);
    if (found === undefined) return [];
    const loaded = results.scenario(name);
    const { metrics, results: measuredValues, knownMean } = withMeansAlone(found, means.get(name) ?? []);
    return [
      summaryInput({
        named: { ...loaded, variantOf: variantIn(results, name) },
        plan: {
          ...{ scenario: name, weeks: 0, metrics },
          ...{ series: [], retention: [], windows: [], windowed: [] },
        },
        results: measuredValues,
        knownMean,
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

/** A metric of which a page reads the mean alone. */
interface MeanAlone {
  readonly key: MeasureKey;
  readonly mean: number | null;
}

/** Finds in the table of means those that stand for values, by scenario. */
function meansIn(table: TableOf<typeof SUMMARY> | undefined): ReadonlyMap<string, readonly MeanAlone[]> {
  const found = new Map<string, MeanAlone[]>();
  if (table === undefined) return found;
  const [scenario, metric, groupBy, group, unit, mean] = (
    ["scenario", "metric", "group_by", "group", "unit", "mean"] as const
  ).map((name) => cellsOf(table, name));
  for (let row = 0; row < table.rows; row++) {
    const key = {
      ...{ metric: String(metric[row]), groupBy: String(groupBy[row]) },
      ...{ group: String(group[row]), unit: String(unit[row]) },
    };
    if (!isMeanAlone(key)) continue;
    const cell = mean[row] ?? null;
    const ofScenario = found.get(String(scenario[row])) ?? [];
    found.set(String(scenario[row]), ofScenario);
    ofScenario.push({ key, mean: cell === null ? null : Number(cell) });
  }
  return found;
}

/** Adds to a plan what has a mean alone, without a value in any replication. */
function withMeansAlone(
  { metrics, results }: Measured,
  means: readonly MeanAlone[],
): Pick<ToldRun, "results" | "knownMean"> & Pick<Measured, "metrics"> {
  const named = ({ metric, groupBy, group }: Omit<MeasureKey, "unit">): string =>
    [metric, groupBy, group].join("\0");
  const measured = new Set(metrics.map(named));
  const alone = means.filter(({ key }) => !measured.has(named(key)));
  const byName = new Map(alone.map(({ key, mean }) => [named(key), mean]));
  const length = metrics.length + alone.length;
  return {
    metrics: [...metrics, ...alone.map(({ key }) => key)],
    results: results.map((result) => {
      const values = new Float64Array(length).fill(Number.NaN);
      values.set(result.values);
      return { ...result, values };
    }),
    knownMean: (metric, groupBy, group) => byName.get(named({ metric, groupBy, group })),
  };
}

function variantIn(results: OpenedResults, name: string): VariantOf | null {
  const main = variantOf(results.record, name);
  if (main === null) return null;
  const variant = results.scenario(main).scenario.variants.find(({ id }) => name === `${main} (${id})`);
  return variant === undefined
    ? { scenario: main, id: name, name }
    : { scenario: main, id: variant.id, name: variant.name, why: variant.why };
}
