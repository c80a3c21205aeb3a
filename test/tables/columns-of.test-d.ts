// Compiled by `npm run typecheck` and run by nobody: each slip below must be refused by the compiler.
import type { ScenarioResults, TableColumns, TableRow } from "../../sim/index.ts";
import { columnsOf, differenceTable, rowsOf, summaryTable } from "../../sim/index.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { cellsOf } from "../../sim/tables/columns-of.ts";
import { tableBuilder } from "../../sim/tables/make-table.ts";

declare const run: ScenarioResults;

const summary = columnsOf(summaryTable([run]));
export const numbers: Float64Array = summary.mean;
export const texts: readonly string[] = summary.metric;
// @ts-expect-error no table has a column of this name
summary.men;
// @ts-expect-error a text column is no typed array
export const wrong: Float64Array = summary.metric;

const [row] = rowsOf(differenceTable(run, [run]));
export const difference: number | null = row.mean_difference;
// @ts-expect-error a number may not be there
export const sure: number = row.mean_difference;

// Of a table whose columns are not known beforehand, any name may be asked for.
declare const columns: TableColumns;
declare const cells: TableRow;
export const either: readonly string[] | Float64Array = columns["link_workers.fte"];
export const cell: string | number | null = cells["link_workers.fte"];

// A row that is added names its cells as the declaration names its columns.
const parts = tableBuilder(CELLS);
const part = { scenario: "s", point: null, first_replication: 0, last_replication: 3, sha256: "" };
parts.add(part);
// @ts-expect-error no column has this name
parts.add({ ...part, replication: 0 });
// @ts-expect-error a row has a cell in every column
parts.add({ scenario: "s", point: null, first_replication: 0, last_replication: 3 });
// @ts-expect-error a number is no text
parts.add({ ...part, sha256: 1 });
export const digests: readonly (string | number | null)[] | Float64Array = cellsOf(parts.build(), "sha256");
// @ts-expect-error nothing is read from a column that is not declared
cellsOf(parts.build(), "sha");
