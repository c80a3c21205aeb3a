import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { PLAN_TABLES } from "../../sim/tables/declarations.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { cellsTable } from "../results/cells-table.ts";
import type { FileSink } from "../results/file-sink.ts";
import type { Format } from "../results/formats.ts";
import { resolvedName } from "../results/resolved-name.ts";
import { filePieces } from "../results/table-pieces.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { TableMaker } from "./run-files.ts";
import type { RecordedScenario } from "./run-record.ts";
import type { Sought } from "./sought.ts";

/** A plan that is written. */
export interface WrittenPlan {
  readonly named: NamedScenario;
  readonly formats: readonly Format[];
  readonly sought: Sought;
}

/**
 * Writes the scenario that was planned for with every default filled in, and the tables of the search; gives
 * what run.json tells of it.
 */
export async function writePlan(
  sink: FileSink,
  { named, formats, sought }: WrittenPlan,
  signal: AbortSignal,
): Promise<readonly RecordedScenario[]> {
  const { points, tables } = sought;
  const resolved = resolvedYaml(named);
  const file = resolvedName(named.scenario.name, 1);
  await sink.write(file, [resolved], signal);
  const cells = points.map(({ point, plan, results }) => {
    const own = { ...plan, scenario: named.scenario.name };
    return cellsTable(own, results, "summary", { point });
  });
  const written = PLAN_TABLES.filter(
    (table) => table === CELLS || table === DICTIONARY || tables.some(([declared]) => declared === table),
  );
  const all: readonly TableMaker[] = [
    ...tables,
    [CELLS, () => cells],
    [DICTIONARY, () => [dictionaryTable(written, [points[0].plan])]],
  ];
  for (const [declaration, make] of all)
    for (const format of formats)
      await sink.write(`${declaration.name}.${format}`, filePieces(format, declaration, make()), signal);
  const replications = points.reduce((sum, { results }) => sum + results.length, 0);
  return [{ named, resolved, file, replications, precisionReached: null }];
}

/** Counts the events of all that was simulated. */
export const eventsIn = ({ points }: Sought): number =>
  points.reduce((sum, { results }) => results.reduce((all, { events }) => all + events, sum), 0);
