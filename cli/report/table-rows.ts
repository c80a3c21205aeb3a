import type { Cell, Table } from "../../sim/tables/table.ts";

/** One row of a table, by column. */
export type Row = Readonly<Record<string, Cell>>;

/** Gives those rows of a table whose cells are as wanted, in order; none where there is no table. */
export function rowsOf(table: Table | undefined, wanted: Row = {}): readonly Row[] {
  if (table === undefined) return [];
  const names = table.declaration.columns.map(({ name }) => name);
  const tests = Object.entries(wanted).map(([name, cell]) => ({
    cells: table.columns[names.indexOf(name)],
    cell,
  }));
  const rows: Row[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!tests.every(({ cells, cell }) => cells?.[row] === cell)) continue;
    rows.push(Object.fromEntries(names.map((name, i) => [name, table.columns[i][row]])));
  }
  return rows;
}
