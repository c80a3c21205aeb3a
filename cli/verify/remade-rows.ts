import { sweepPoints } from "../../sim/experiment/design/points.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { never } from "../../sim/never.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { designTable } from "../../sim/tables/design.ts";
import { REPLICATIONS, replicationTable } from "../../sim/tables/replications.ts";
import { RETENTION, retentionTable } from "../../sim/tables/retention.ts";
import { SERIES, seriesTable } from "../../sim/tables/series.ts";
import { SUMMARY, summaryTable } from "../../sim/tables/summary.ts";
import { sweepDeclaration, sweepTable } from "../../sim/tables/sweep.ts";
import type { Table } from "../../sim/tables/table.ts";
import * as messages from "../messages/index.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { RecordedTask } from "../work/recorded-task.ts";
import { sweepWork } from "../work/sweep-work.ts";
import type { SweepTask } from "../work/task.ts";
import type { RepeatedPart } from "./replay-parts.ts";

/** Compares the tables of a folder with what was simulated again; each part is handed over once. */
export interface RowCheck {
  /** Says in which rows of the part the folder holds other numbers. */
  check(replayed: RepeatedPart): readonly string[];
  /** Says the same of rows over all parts, once the last part was handed over. */
  end(): readonly string[];
}

/** Opens the check of a folder's tables. */
export function rowCheck(recorded: RecordedTask): Promise<RowCheck> {
  const { task } = recorded;
  switch (task.kind) {
    case "run":
    case "compare":
      return scenarioCheck(recorded);
    case "sweep":
      return sweepCheck(recorded, task);
    default:
      return never(task);
  }
}

/** Checks the table of points, and the rows of each point. */
async function sweepCheck({ results, mains: [named] }: RecordedTask, task: SweepTask): Promise<RowCheck> {
  const { plan: sweepPlan } = sweepWork(task, resolvedYaml(named));
  const { name } = sweepDeclaration(sweepPlan.parameters);
  const design = designTable(sweepPlan);
  const heldDesign = await results.table(design.declaration.name);
  const sweep = await results.table(name);
  const held = sweep === undefined ? undefined : new HeldRows(sweep, ["point"]);
  const points = new Map([...sweepPoints(sweepPlan)].map((point) => [point.point, point]));
  return {
    check({ part: [{ point: number }], plan, results: simulated }) {
      const point = points.get(number ?? 0);
      if (held === undefined || point === undefined) return [];
      const rows = { metrics: task.metrics, hasGroups: task.groups };
      const remade = sweepTable(sweepPlan, [{ point, plan, results: simulated }], rows);
      return held.holds(remade) ? [] : [messages.rowsDiffer(name, `point ${number}`)];
    },
    end: () =>
      heldDesign === undefined || new HeldRows(heldDesign, []).holds(design)
        ? []
        : [messages.rowsDiffer(design.declaration.name, "its points")],
  };
}

/**
 * Checks the rows of each replication; the summary, which can be made from them; and other means where every
 * replication was simulated again.
 */
async function scenarioCheck({ results: folder }: RecordedTask): Promise<RowCheck> {
  const opened = async (name: string, keys: readonly string[]): Promise<HeldRows | undefined> => {
    const table = await folder.table(name);
    return table === undefined ? undefined : new HeldRows(table, keys);
  };
  const replications = await opened(REPLICATIONS.name, ["scenario", "replication"]);
  const overAll = {
    [SERIES.name]: await opened(SERIES.name, ["scenario"]),
    [RETENTION.name]: await opened(RETENTION.name, ["scenario"]),
  };
  const summary = await opened(SUMMARY.name, ["scenario"]);
  const replayed = new Map<string, { readonly plan: MeasurePlan; readonly results: ReplicationResult[] }>();
  const counts = new Map(
    folder.record.scenarios.map((scenario) => [scenario.name, scenario.replications ?? 0]),
  );
  const other = (
    name: string,
    rows: HeldRows | undefined,
    remade: Table,
    where: string,
  ): readonly string[] =>
    rows === undefined || rows.holds(remade) ? [] : [messages.rowsDiffer(name, where)];
  return {
    check({ part: [{ scenario, first }], plan: unnamed, results }) {
      const plan = { ...unnamed, scenario };
      const known = replayed.get(scenario) ?? { plan, results: [] };
      replayed.set(scenario, known);
      known.results.push(...results);
      const remade = replicationTable([{ plan, results }]);
      return other(REPLICATIONS.name, replications, remade, `${scenario}, replication ${first}`);
    },
    end: () =>
      [...replayed].flatMap(([scenario, { plan, results }]) => {
        const count = counts.get(scenario) ?? 0;
        const means = heldMeans(replications, plan, count);
        return [
          ...(means === undefined ? [] : other(SUMMARY.name, summary, summaryTable([means]), scenario)),
          ...(results.length < count
            ? []
            : [
                ...other(SERIES.name, overAll[SERIES.name], seriesTable([{ plan, results }]), scenario),
                ...other(
                  RETENTION.name,
                  overAll[RETENTION.name],
                  retentionTable([{ plan, results }]),
                  scenario,
                ),
              ]),
        ];
      }),
  };
}

/** Takes what replications measured from the table that holds it; undefined if it does not hold all. */
function heldMeans(
  held: HeldRows | undefined,
  plan: MeasurePlan,
  count: number,
): { readonly plan: MeasurePlan; readonly results: readonly ReplicationResult[] } | undefined {
  if (held === undefined) return undefined;
  const none = new Float64Array(0);
  const results: ReplicationResult[] = [];
  for (let replication = 0; replication < count; replication++) {
    const rows = held.of(plan.scenario, replication);
    if (rows.length !== plan.metrics.length) return undefined;
    const values = Float64Array.from(rows, (row) => (held.cell(row, "value") ?? Number.NaN) as number);
    results.push({ replication, events: 0, values, series: none, retention: none });
  }
  return { plan: { ...plan, series: [], retention: [] }, results };
}
