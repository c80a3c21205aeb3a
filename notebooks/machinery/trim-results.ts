// Makes a results folder small enough to stand beside the notebooks: `trim-results FOLDER SMALLER`. What is
// kept is as it was; what is left out is said in the record.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openResults } from "../../cli/results/open-results.ts";
import { ResultsFolder } from "../../cli/results/results-folder.ts";
import { variantOf } from "../../cli/results/results-record.ts";
import { filePieces } from "../../cli/results/table-pieces.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";

/** Tables of single replications, and of the work itself, that no notebook reads. */
const LEFT_OUT = new Set(["replications", "cells"]);
const GROUPS_KEPT = new Set(["all", "quintile", "organisation_type"]);
/** Tables of which the scenarios simulated under other assumptions are left out. */
const MAIN_ALONE = new Set(["series", "twins"]);
const SAYS =
  "Trimmed for the notebooks: of groups only quintile and organisation_type, no series and no twins of variants, twins of replication 0 alone, neither replications nor cells.";

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error("expected two folders: FOLDER SMALLER");
const never = new AbortController().signal;
const results = openResults(from);
const { record } = results;
const folder = await ResultsFolder.open(to);

for (const name of results.tableNames.filter((table) => !LEFT_OUT.has(table))) {
  const table = await results.table(name);
  if (table === undefined) continue;
  const kept = rowsKept(name, table);
  await folder.write(`${name}.parquet`, filePieces("parquet", table.declaration, [kept]), never);
}
for (const { name } of record.files.filter((file) => file.name.endsWith(".yaml")))
  await folder.write(name, [readFileSync(join(from, name))], never);

// When, where and from which commit it was simulated is no part of what a notebook shows; the version of the
// model stays.
const {
  start: _start,
  seconds: _seconds,
  workers: _workers,
  runtime: _runtime,
  platform: _platform,
  commit: _commit,
  ...rest
} = record;
await folder.finish({ ...rest, trimmed: SAYS, files: folder.files, content_hash: folder.contentHash }, never);

function rowsKept(name: string, table: Table): Table {
  const at = (column: string): number =>
    table.declaration.columns.findIndex((declared) => declared.name === column);
  const [groupBy, scenario, replication] = [at("group_by"), at("scenario"), at("replication")];
  const cell = (column: number, row: number): Cell => table.columns[column]?.[row] ?? null;
  const isKept = (row: number): boolean =>
    (groupBy < 0 || GROUPS_KEPT.has(String(cell(groupBy, row)))) &&
    (!MAIN_ALONE.has(name) || variantOf(record, String(cell(scenario, row))) === null) &&
    (name !== "twins" || cell(replication, row) === 0);
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(isKept);
  return {
    declaration: table.declaration,
    columns: table.columns.map((column) => rows.map((row) => column[row] as Cell)),
    rows: rows.length,
  };
}
