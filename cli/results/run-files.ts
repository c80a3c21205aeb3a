import { RUN_TABLES } from "../../sim/tables/declarations.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { REPLICATIONS, replicationTable } from "../../sim/tables/replications.ts";
import { RETENTION, retentionTable } from "../../sim/tables/retention.ts";
import { SERIES, seriesTable } from "../../sim/tables/series.ts";
import { SUMMARY, summaryTable } from "../../sim/tables/summary.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import type { Format } from "../options.ts";
import type { ScenarioRun } from "../replicate.ts";
import { filePieces, type Piece, ROWS_AT_ONCE } from "./table-pieces.ts";

/** Names a file of a run and gives its pieces, made one at a time as they are written. */
export interface RunFile {
  readonly name: string;
  readonly pieces: () => Iterable<Piece> | AsyncIterable<Piece>;
}

/** Lists the tables of a run as files, each in every format asked for. */
export function tableFiles(runs: readonly ScenarioRun[], formats: readonly Format[]): readonly RunFile[] {
  const plans = runs.map(({ plan }) => plan);
  const tables: readonly (readonly [TableDeclaration, () => Iterable<Table>])[] = [
    [REPLICATIONS, () => replicationPieces(runs)],
    [SUMMARY, () => [summaryTable(runs)]],
    [SERIES, () => [seriesTable(runs)]],
    [RETENTION, () => [retentionTable(runs)]],
    [DICTIONARY, () => [dictionaryTable(RUN_TABLES, plans)]],
  ];
  return tables.flatMap(([declaration, make]) =>
    formats.map((format) => ({
      name: `${declaration.name}.${format}`,
      pieces: () => filePieces(format, declaration, make()),
    })),
  );
}

/** Gives the table of replications some replications at a time: in the thousands it would not fit in memory. */
function* replicationPieces(runs: readonly ScenarioRun[]): Iterable<Table> {
  for (const { plan, results } of runs) {
    const step = Math.max(1, Math.floor(ROWS_AT_ONCE / Math.max(1, plan.metrics.length)));
    for (let from = 0; from < results.length; from += step) {
      yield replicationTable([{ plan, results: results.slice(from, from + step) }]);
    }
  }
}
