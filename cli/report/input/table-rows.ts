import { cellAt, rowsOf, type TableRow } from "../../../sim/tables/rows-of.ts";
import type { Table } from "../../../sim/tables/table.ts";

type Cell = TableRow[string];

/** What is wanted of a column: a cell, or what a cell must fulfil. */
type Wanted = Cell | ((cell: Cell) => boolean);

/**
 * Gives those rows of a table whose cells are as wanted, in order; none where there is no table, or no such
 * column. Columns are searched before rows are made: a nation's tables have a million rows, of which a page
 * shows a few.
 */
export function rowsWith(
  table: Table | undefined,
  wanted: Readonly<Record<string, Wanted>> = {},
): readonly TableRow[] {
  if (table === undefined) return [];
  let numbers = [...Array(table.rows).keys()];
  for (const [name, want] of Object.entries(wanted)) {
    const column = table.declaration.columns.findIndex((one) => one.name === name);
    if (column < 0) return [];
    const fits = typeof want === "function" ? want : (cell: Cell): boolean => cell === want;
    numbers = numbers.filter((row) => fits(cellAt(table, column, row)));
  }
  return rowsOf(table, numbers);
}
