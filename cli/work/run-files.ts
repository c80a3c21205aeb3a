import { REPLICATIONS_AT_ONCE } from "../../sim/experiment/replicate.ts";
import { keptPlaces } from "../../sim/findings/kept-values.ts";
import type { EnsembleWidths } from "../../sim/findings/not-known.ts";
import type { ReplicationDetail } from "../../sim/findings/replication-detail.ts";
import { judgeStandards } from "../../sim/findings/standards.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import type { MetricStretch } from "../../sim/measures/scenario-results.ts";
import { BOARD, BOARD_OF_ENSEMBLE, type BoardRun, boardTable } from "../../sim/tables/board.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { RUN_TABLES } from "../../sim/tables/declarations.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { REPLICATIONS, replicationTable } from "../../sim/tables/replications.ts";
import { RETENTION, retentionTable } from "../../sim/tables/retention.ts";
import { SERIES, seriesTable } from "../../sim/tables/series.ts";
import { STANDARDS, standardTable } from "../../sim/tables/standards.ts";
import { SUMMARY, SUMMARY_OF_ENSEMBLE, summaryTable } from "../../sim/tables/summary.ts";
import type { Table, TableDeclaration, TableOf } from "../../sim/tables/table.ts";
import { WINDOWS, windowTable } from "../../sim/tables/windows.ts";
import { type CellDigest, cellsTable } from "../results/cells-table.ts";
import type { Format } from "../results/formats.ts";
import { ROWS_AT_ONCE } from "../results/rows-at-once.ts";
import { filePieces, type Piece } from "../results/table-pieces.ts";
import type { ScenarioRun } from "./replicate-all.ts";

/** Names a file of a run and gives its pieces, made one at a time as they are written. */
export interface RunFile {
  readonly name: string;
  readonly pieces: () => Iterable<Piece> | AsyncIterable<Piece>;
}

/** A table that is made when it is written. */
export type TableMaker = readonly [TableDeclaration, () => Iterable<Table>];

/** Gives the pieces of a table as they are to be written. */
export type CompletedTables = (
  declaration: TableDeclaration,
  tables: Iterable<Table>,
) => Iterable<Table> | AsyncIterable<Table>;

/** Changes which tables are listed, and how. */
export interface TableFilesOptions {
  /** Tables that are written beside those of runs; none if left out. */
  readonly more?: readonly TableMaker[];
  /** Tables that the dictionary explains; those of runs if left out. */
  readonly explained?: readonly TableDeclaration[];
  /** What is kept of single replications; everything if left out. */
  readonly detail?: ReplicationDetail | undefined;
  /** Changes tables as they are made; nothing if left out. */
  readonly completed?: CompletedTables | undefined;
  /** How the digest of a cell is taken; that of its numbers if left out. */
  readonly cellDigest?: CellDigest | undefined;
  /** What an ensemble says of the scenarios; undefined for none. */
  readonly widths?: EnsembleWidths | undefined;
}

/** Lists the tables of runs as files, each in every format asked for. */
export function tableFiles(
  runs: readonly ScenarioRun[],
  formats: readonly Format[],
  {
    more = [],
    explained = RUN_TABLES,
    detail = "full",
    completed = (_, made) => made,
    cellDigest,
    widths,
  }: TableFilesOptions = {},
): readonly RunFile[] {
  const plans = runs.map(({ plan }) => plan);
  const asWritten = (declaration: TableDeclaration): TableDeclaration =>
    tables.find(([{ name }]) => name === declaration.name)?.[0] ?? declaration;
  const tables: readonly TableMaker[] = [
    [widths === undefined ? BOARD : BOARD_OF_ENSEMBLE, () => [boardTable(boardRuns(runs), widths)]],
    ...more,
    [REPLICATIONS, () => replicationPieces(runs, detail)],
    [widths === undefined ? SUMMARY : SUMMARY_OF_ENSEMBLE, () => summaryPieces(runs, widths)],
    [WINDOWS, () => [windowTable(runs)]],
    [SERIES, () => [seriesTable(runs)]],
    [RETENTION, () => [retentionTable(runs)]],
    ...standardTables(runs),
    [CELLS, () => cellPieces(runs, cellDigest)],
    [DICTIONARY, () => [dictionaryTable(explained.map(asWritten), plans)]],
  ];
  return tables.flatMap(([declaration, make]) =>
    formats.map((format) => ({
      name: `${declaration.name}.${format}`,
      pieces: async function* () {
        yield* filePieces(format, declaration, completed(declaration, make()));
      },
    })),
  );
}

/** Keeps the scenarios that stand for themselves, as the table of a board takes them. */
function boardRuns(runs: readonly ScenarioRun[]): readonly BoardRun[] {
  return runs
    .filter(({ named }) => named.variantOf === null)
    .map(({ named, plan, results }) => ({ plan, results, time: named.scenario }));
}

/** Gives the table of standards, where a scenario has one. */
function standardTables(runs: readonly ScenarioRun[]): readonly TableMaker[] {
  const judged = runs.map(({ named: { scenario }, plan, results }) => ({
    scenario: scenario.name,
    standards: judgeStandards(scenario.standards, plan, results),
  }));
  if (judged.every(({ standards }) => standards.length === 0)) return [];
  return [[STANDARDS, () => [standardTable(judged)]]];
}

/**
 * Gives the table of replications some replications at a time: in the thousands it would not fit in memory.
 */
function* replicationPieces(runs: readonly ScenarioRun[], detail: ReplicationDetail): Iterable<Table> {
  for (const { plan, results, named } of runs) {
    const places = keptPlaces(plan, named.scenario, detail);
    const step = Math.max(1, Math.floor(ROWS_AT_ONCE / Math.max(1, places.length)));
    for (let from = 0; from < results.length; from += step)
      yield replicationTable([{ plan, results: results.slice(from, from + step) }], () => places);
  }
}

/** Gives the table of cells some replications at a time, each a cell of its own. */
function* cellPieces(runs: readonly ScenarioRun[], digest: CellDigest | undefined): Iterable<Table> {
  for (const { plan, results } of runs)
    for (let from = 0; from < results.length; from += REPLICATIONS_AT_ONCE)
      yield cellsTable(plan, results.slice(from, from + REPLICATIONS_AT_ONCE), "full", { digest });
}

/** Gives the table of means some rows at a time: that of a nation would take a gigabyte. */
function* summaryPieces(
  runs: readonly ScenarioRun[],
  widths: EnsembleWidths | undefined,
): Iterable<TableOf<typeof SUMMARY>> {
  for (const run of runs)
    for (const stretch of metricStretches(run.plan)) yield summaryTable([run], widths, stretch);
}

/** Cuts the metrics of a plan into as many as are rows in memory at once. */
export function* metricStretches({ metrics }: MeasurePlan): Iterable<MetricStretch> {
  for (let from = 0; from < metrics.length; from += ROWS_AT_ONCE) yield { from, before: from + ROWS_AT_ONCE };
}
