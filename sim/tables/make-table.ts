import type { Cell, Column, Table, TableDeclaration } from "./table.ts";

type CellIn<Type> = Type extends "text" ? string | null : number | null;

/** Holds the cells of one row that is added, each by the name of its column. */
export type NewRow<C extends Column> = { readonly [Each in C as Each["name"]]: CellIn<Each["type"]> };

/** Grows a table row by row; numbers that are null or not finite become cells that are not there. */
export interface TableBuilder<C extends Column = Column> {
  /** Adds one row; throws where a column has no cell. */
  add(row: NewRow<C>): void;
  build(): Table<C>;
}

/** Returns the rows of an empty table of this declaration, to be added to. */
export function tableBuilder<C extends Column>(declaration: TableDeclaration<C>): TableBuilder<C> {
  const columns = declaration.columns.map(({ name }) => ({ name, cells: [] as Cell[] }));
  let rows = 0;
  return {
    add(row: Readonly<Record<string, Cell>>) {
      for (const { name, cells } of columns) {
        const cell = row[name];
        if (cell === undefined) throw new RangeError(`${declaration.name}: a row has no ${name}`);
        cells.push(presentCell(cell));
      }
      rows++;
    },
    build: () => ({ declaration, columns: columns.map(({ cells }) => cells), rows }),
  };
}

/** Returns the cell as files hold it: a number that is NaN or infinite is no number and gives null. */
export function presentCell(cell: Cell): Cell {
  return typeof cell === "number" && !Number.isFinite(cell) ? null : cell;
}

/** Returns the names of the columns, in order. */
export function columnNames(declaration: TableDeclaration): string[] {
  return declaration.columns.map((column) => column.name);
}

/** Declares a column of names or words. */
export function textColumn<Name extends string>(name: Name, meaning: string): Column<Name, "text"> {
  return { name, type: "text", unit: "", meaning };
}

/** Declares a column of numbers; `unit` is "as in column unit" where each row says its own. */
export function numberColumn<Name extends string>(
  name: Name,
  unit: string,
  meaning: string,
): Column<Name, "number"> {
  return { name, type: "number", unit, meaning };
}

/** Declares a column of whole numbers. */
export function integerColumn<Name extends string>(
  name: Name,
  unit: string,
  meaning: string,
): Column<Name, "integer"> {
  return { name, type: "integer", unit, meaning };
}
