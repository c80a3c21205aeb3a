import { tmpdir } from "node:os";
import type { ResultKeeper } from "../../sim/experiment/replicate.ts";
import { isMeanAlone } from "../../sim/findings/kept-values.ts";
import type { MeasureKey } from "../../sim/measures/result.ts";
import type { Results } from "../../sim/measures/scenario-results.ts";
import { cellsOf } from "../../sim/tables/columns-of.ts";
import { REPLICATIONS } from "../../sim/tables/replications.ts";
import { SUMMARY } from "../../sim/tables/summary.ts";
import type { TableOf } from "../../sim/tables/table.ts";
import { WINDOWS } from "../../sim/tables/windows.ts";
import type { VariantOf } from "../scenarios/variant-of.ts";
import type { SummaryInput } from "../screen/summary-input.ts";
import type { OpenedResults } from "./open-results.ts";
import { openKeeper } from "./result-keeper.ts";
import { variantOf } from "./results-record.ts";
import { summaryInput, type ToldRun } from "./summary-of-run.ts";

/**
 * Recalls what a results folder's scenarios measured, with their verdicts, as the screen showed them; none
 * where it holds no replications.
 */
export async function recalledRuns(results: OpenedResults): Promise<readonly SummaryInput[]> {
  const pieces = results.piecesOf(REPLICATIONS);
  if (pieces === undefined) return [];
  const measured = await measuredIn(pieces, meansIn(await results.tableOf(SUMMARY)));
  const windows = await results.tableOf(WINDOWS);
  return results.record.scenarios.flatMap(({ name, precision_reached }): SummaryInput[] => {
    const found = measured.get(name);
    if (found === undefined) return [];
    const loaded = results.scenario(name);
    const { metrics, results: measuredValues, knownMean } = found;
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
  readonly metrics: readonly MeasureKey[];
  readonly results: Results;
  readonly knownMean: ToldRun["knownMean"];
}

/** What is being read of a scenario: its replications, and what each lists. */
interface Recalling {
  readonly keeper: ResultKeeper;
  readonly listed: readonly MeasureKey[];
  readonly alone: readonly MeanAlone[];
}

/** Rows of one replication. */
interface ReplicationRows {
  readonly scenario: string;
  readonly replication: number;
  readonly keys: MeasureKey[];
  readonly values: number[];
}

/**
 * Turns the rows of the table back into plans and results; every replication of a scenario lists the same
 * metrics in the same order. What has a mean alone is added to the plan, without a value in any replication.
 */
async function measuredIn(
  pieces: AsyncIterable<TableOf<typeof REPLICATIONS>>,
  means: ReadonlyMap<string, readonly MeanAlone[]>,
): Promise<ReadonlyMap<string, Measured>> {
  const recalling = new Map<string, Recalling>();
  const add = ({ scenario, replication, keys, values }: ReplicationRows): void => {
    const known = recalling.get(scenario) ?? beginOf(keys, means.get(scenario) ?? []);
    recalling.set(scenario, known);
    const ofPlan = new Float64Array(known.listed.length + known.alone.length).fill(Number.NaN);
    ofPlan.set(values);
    const none = new Float64Array();
    const result = { replication, events: 0, values: ofPlan, series: none, retention: none, windowed: none };
    known.keeper.add([result]);
  };
  let rows: ReplicationRows | undefined;
  for await (const table of pieces) {
    const [scenario, replication, metric, groupBy, group, unit, value] = (
      ["scenario", "replication", "metric", "group_by", "group", "unit", "value"] as const
    ).map((name) => cellsOf(table, name));
    for (let row = 0; row < table.rows; row++) {
      if (rows?.replication !== replication[row] || rows.scenario !== scenario[row]) {
        if (rows !== undefined) add(rows);
        rows = {
          ...{ scenario: String(scenario[row]), replication: Number(replication[row]) },
          ...{ keys: [], values: [] },
        };
      }
      rows.values.push(Number(value[row] ?? Number.NaN));
      // Those of the first tell of all.
      if (!recalling.has(rows.scenario))
        rows.keys.push({
          ...{ metric: String(metric[row]), groupBy: String(groupBy[row]) },
          ...{ group: String(group[row]), unit: String(unit[row]) },
        });
    }
  }
  if (rows !== undefined) add(rows);
  return new Map(Array.from(recalling, ([name, of]) => [name, measuredOf(of)]));
}

function beginOf(listed: readonly MeasureKey[], means: readonly MeanAlone[]): Recalling {
  const measured = new Set(listed.map(named));
  return {
    keeper: openKeeper(tmpdir()),
    listed,
    alone: means.filter(({ key }) => !measured.has(named(key))),
  };
}

function measuredOf({ keeper, listed, alone }: Recalling): Measured {
  const byName = new Map(alone.map(({ key, mean }) => [named(key), mean]));
  return {
    metrics: [...listed, ...alone.map(({ key }) => key)],
    results: keeper.results,
    knownMean: (metric, groupBy, group) => byName.get(named({ metric, groupBy, group })),
  };
}

const named = ({ metric, groupBy, group }: Omit<MeasureKey, "unit">): string =>
  [metric, groupBy, group].join("\0");

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

function variantIn(results: OpenedResults, name: string): VariantOf | null {
  const main = variantOf(results.record, name);
  if (main === null) return null;
  const variant = results.scenario(main).scenario.variants.find(({ id }) => name === `${main} (${id})`);
  return variant === undefined
    ? { scenario: main, id: name, name }
    : { scenario: main, id: variant.id, name: variant.name, why: variant.why };
}
