import { presentCell } from "./make-table.ts";
import type { Column, Table } from "./table.ts";

type CellOf<Type> = Type extends "text" ? string : number | null;

/** Holds one row of a table by column. */
export type TableRow<C extends Column = Column> = {
  readonly [Each in C as Each["name"]]: CellOf<Each["type"]>;
};

/** Returns the rows of a table as objects, as charts take them. A number that is not there is null, a text that is not there is empty. */
export function rowsOf<C extends Column>({ declaration, columns, rows }: Table<C>): TableRow<C>[] {
  return Array.from({ length: rows }, (_, row) => {
    const cells = declaration.columns.map(({ name, type }, i) => {
      const cell = presentCell(columns[i][row]);
      return [name, type === "text" ? (cell ?? "") : cell];
    });
    // The declaration gives each cell its name and type, here as in the type.
    return Object.fromEntries(cells) as TableRow<C>;
  });
}
