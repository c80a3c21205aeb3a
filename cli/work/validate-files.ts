import { VALIDATE_TABLES } from "../../sim/tables/declarations.ts";
import { dictionaryTable } from "../../sim/tables/dictionary.ts";
import type { Table } from "../../sim/tables/table.ts";
import { validatedTargetsTable } from "../../sim/tables/validated-targets.ts";
import { cellsTable } from "../results/cells-table.ts";
import type { FileSink } from "../results/file-sink.ts";
import type { Format } from "../results/formats.ts";
import { filePieces } from "../results/table-pieces.ts";
import { type RecordedScenario, recordedScenario } from "./run-record.ts";
import type { Validated } from "./validate-all.ts";

/** Writes the scenario with every default filled in and the tables of a validation. */
export async function writeValidation(
  sink: FileSink,
  { run, validation }: Validated,
  formats: readonly Format[],
  signal: AbortSignal,
): Promise<readonly RecordedScenario[]> {
  const recorded = recordedScenario(run, 1);
  await sink.write(recorded.file, [recorded.resolved], signal);
  const tables: readonly Table[] = [
    validatedTargetsTable(validation.targets, validation.ranges),
    cellsTable(run.plan, run.results.slice(0, run.results.length), "full"),
    dictionaryTable(VALIDATE_TABLES, [run.plan]),
  ];
  for (const table of tables)
    for (const format of formats) {
      const { declaration } = table;
      await sink.write(`${declaration.name}.${format}`, filePieces(format, declaration, [table]), signal);
    }
  return [recorded];
}
