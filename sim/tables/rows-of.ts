import { presentCell } from "./make-table.ts";
import type { Column, Table } from "./table.ts";

type CellOf<Type> = Type extends "text" ? string : number | null;

/** Holds one row of a table by column. */
export type TableRow<C extends Column = Column> = {
  readonly [Each in C as Each["name"]]: CellOf<Each["type"]>;
};

/**
 * Returns the rows of a table as objects, as charts take them: all, or those whose numbers are given, from
 * 0. A number that is not there is null, a text that is not there is empty.
 */
export function rowsOf<C extends Column>(table: Table<C>, numbers?: Iterable<number>): TableRow<C>[] {
  const { columns } = table.declaration;
  return Array.from(numbers ?? Array(table.rows).keys(), (row) => {
    const cells = columns.map(({ name }, column) => [name, cellAt(table, column, row)]);
    // The declaration gives each cell its name and type, here as in the type.
    return Object.fromEntries(cells) as TableRow<C>;
  });
}

/** Gives one cell of a table, as `rowsOf` does. */
export function cellAt({ declaration, columns }: Table, column: number, row: number): string | number | null {
  const cell = presentCell(columns[column][row]);
  return declaration.columns[column].type === "text" ? (cell ?? "") : cell;
}
