import { RUN_TABLES } from "../../sim/tables/declarations.ts";
import { dictionaryTable } from "../../sim/tables/dictionary.ts";
import { replicationTable } from "../../sim/tables/replications.ts";
import { retentionTable } from "../../sim/tables/retention.ts";
import { seriesTable } from "../../sim/tables/series.ts";
import { summaryTable } from "../../sim/tables/summary.ts";
import type { Table } from "../../sim/tables/table.ts";
import type { Format } from "../options.ts";
import type { ScenarioRun } from "../replicate.ts";
import { ROWS_AT_ONCE, tableText, textPieces } from "./table-text.ts";

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
      pieces: () => textPieces(pieces(), tableText(format)),
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
