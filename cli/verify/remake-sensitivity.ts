import { CELLS } from "../../sim/tables/cells.ts";
import { SENSITIVITY_VALUES } from "../../sim/tables/sensitivity-points.ts";
import type { TableDeclaration } from "../../sim/tables/table.ts";
import type { FileSink } from "../results/file-sink.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { type AnalyseOptions, analyse } from "../work/analyse.ts";
import { writeSensitivity } from "../work/sensitivity-files.ts";
import { sensitivityWork } from "../work/sensitivity-work.ts";
import type { SensitivityTask } from "../work/task.ts";
import type { Remade, RemakeOptions } from "./remake.ts";

/**
 * Makes the files of a sensitivity analysis again. What was measured at points that the sample passes over is
 * taken from the folder, so that every table must follow from it.
 */
export async function remakeSensitivity(
  task: SensitivityTask,
  mains: readonly NamedScenario[],
  results: OpenedResults,
  sink: FileSink,
  { sample, executor, progress, signal }: RemakeOptions,
): Promise<Remade> {
  const held = sample.isWhole ? undefined : await heldPoints(results, mains, task.metrics);
  const made = await analyse(sensitivityWork(task, mains), {
    mains,
    set: results.record.set,
    executor,
    workers: 1,
    onPoint: () => progress.done(),
    held: (point) => (sample.hasPoint(point.point) ? undefined : held?.(point)),
  });
  const written = { ...made, mains, formats: task.formats };
  const scenarios = await writeSensitivity(sink, written, signal);
  return { scenarios, events: sample.isWhole ? made.events : undefined, differ: [] };
}

/** Gives what a folder says was measured at a point. */
async function heldPoints(
  results: OpenedResults,
  mains: readonly NamedScenario[],
  metrics: readonly string[],
): Promise<NonNullable<AnalyseOptions["held"]>> {
  const rowsOf = async (declaration: TableDeclaration, keys: readonly string[]): Promise<HeldRows> => {
    const empty = { declaration, columns: declaration.columns.map(() => []), rows: 0 };
    return new HeldRows((await results.tableAs(declaration)) ?? empty, keys);
  };
  const values = await rowsOf(SENSITIVITY_VALUES, ["point", "scenario", "metric", "replication"]);
  const cells = await rowsOf(CELLS, ["point"]);
  return ({ point, replications }) => ({
    values: mains.map(({ scenario: { name } }) =>
      metrics.map((metric) =>
        replications.map((replication) => {
          const [row] = values.of(point, name, metric, replication);
          const value = row === undefined ? null : values.cell(row, "value");
          return value === null ? Number.NaN : Number(value);
        }),
      ),
    ),
    cells: cells.tableOf(point),
  });
}
