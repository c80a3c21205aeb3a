import { rowsOf, type TableRow } from "../../sim/tables/rows-of.ts";
import type { Table } from "../../sim/tables/table.ts";

/** Gives those rows of a table whose cells are as wanted, in order; none where there is no table. */
export function rowsWith(table: Table | undefined, wanted: TableRow = {}): readonly TableRow[] {
  if (table === undefined) return [];
  const cells = Object.entries(wanted);
  return rowsOf(table).filter((row) => cells.every(([name, cell]) => row[name] === cell));
}
