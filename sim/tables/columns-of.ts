import { presentCell } from "./make-table.ts";
import type { Cell, Column, Table } from "./table.ts";

type ColumnOf<Type> = Type extends "text" ? readonly string[] : Float64Array;

/** Holds the columns of a table by name: texts, or numbers in a typed array. */
export type TableColumns<C extends Column = Column> = {
  readonly [Each in C as Each["name"]]: ColumnOf<Each["type"]>;
};

/**
 * Returns the cells of one column as the table holds them, without a copy. Throws if the table has no such
 * column.
 */
export function cellsOf<C extends Column>(
  { declaration, columns }: Table<C>,
  column: C["name"],
): readonly Cell[] | Float64Array {
  const place = declaration.columns.findIndex(({ name }) => name === column);
  if (place < 0) throw new RangeError(`${declaration.name} has no column ${column}`);
  return columns[place];
}

/**
 * Returns the columns of a table by name. A number that is not there is NaN, a text that is not there is
 * empty.
 */
export function columnsOf<C extends Column>({ declaration, columns, rows }: Table<C>): TableColumns<C> {
  const named = declaration.columns.map(({ name, type }, i) => {
    const cells = columns[i];
    const column =
      type === "text"
        ? Array.from({ length: rows }, (_, row) => String(cells[row] ?? ""))
        : Float64Array.from({ length: rows }, (_, row) => Number(presentCell(cells[row]) ?? NaN));
    return [name, column];
  });
  // The declaration gives each column its name and type, here as in the type.
  return Object.fromEntries(named) as TableColumns<C>;
}
