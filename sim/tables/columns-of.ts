import { presentCell } from "./make-table.ts";
import type { Column, Table } from "./table.ts";

type ColumnOf<Type> = Type extends "text" ? readonly string[] : Float64Array;

/** Holds the columns of a table by name: texts, or numbers in a typed array. */
export type TableColumns<C extends Column = Column> = {
  readonly [Each in C as Each["name"]]: ColumnOf<Each["type"]>;
};

/** Returns the columns of a table by name. A number that is not there is NaN, a text that is not there is empty. */
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
