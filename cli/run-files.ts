import { csvText } from "../sim/tables/csv.ts";
import { RUN_TABLES } from "../sim/tables/declarations.ts";
import { dictionaryTable } from "../sim/tables/dictionary.ts";
import { jsonText } from "../sim/tables/json.ts";
import { replicationTable } from "../sim/tables/replications.ts";
import { retentionTable } from "../sim/tables/retention.ts";
import { seriesTable } from "../sim/tables/series.ts";
import { summaryTable } from "../sim/tables/summary.ts";
import type { Table } from "../sim/tables/table.ts";
import type { Format } from "./options.ts";
import type { ScenarioRun } from "./replicate.ts";

/** Bounds the rows of a table that are in memory at once. */
const ROWS_AT_ONCE = 50_000;

/** Names a file of a run and gives its text in pieces, made one at a time as they are written. */
export interface RunFile {
  readonly name: string;
  readonly pieces: () => Iterable<string>;
}

/** Lists the tables of a run as files, each in every format asked for. */
export function tableFiles(runs: readonly ScenarioRun[], formats: readonly Format[]): readonly RunFile[] {
  const tables: Readonly<Record<string, () => Iterable<Table>>> = {
    replications: () => replicationPieces(runs),
    summary: () => [summaryTable(runs)],
    series: () => [seriesTable(runs)],
    retention: () => [retentionTable(runs)],
    dictionary: () => [
      dictionaryTable(
        RUN_TABLES,
        runs.map(({ plan }) => plan),
      ),
    ],
  };
  return Object.entries(tables).flatMap(([name, pieces]) =>
    formats.map((format) => ({
      name: `${name}.${format}`,
      pieces: () => (format === "csv" ? csvPieces(pieces()) : jsonPieces(pieces())),
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

/** Writes tables of one declaration as if they were one: one header. */
export function* csvPieces(tables: Iterable<Table>): Iterable<string> {
  let isFirst = true;
  for (const table of tables) {
    const text = csvText(table);
    yield isFirst ? text : text.slice(text.indexOf("\n") + 1);
    isFirst = false;
  }
}

/** Writes tables of one declaration as one JSON array. */
export function* jsonPieces(tables: Iterable<Table>): Iterable<string> {
  let isFirst = true;
  for (const table of tables) {
    if (table.rows === 0) continue;
    // jsonText writes "[\n", rows, "\n]\n".
    const rows = jsonText(table).slice(2, -3);
    yield isFirst ? `[\n${rows}` : `,\n${rows}`;
    isFirst = false;
  }
  yield isFirst ? "[]\n" : "\n]\n";
}
