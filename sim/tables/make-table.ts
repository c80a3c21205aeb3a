import type { Cell, Column, Table, TableDeclaration } from "./table.ts";

/** Grows a table row by row; numbers that are null or not finite become cells that are not there. */
export interface TableBuilder<C extends Column = Column> {
  /** Adds one row, its cells in the order of the declaration. */
  add(...cells: readonly Cell[]): void;
  build(): Table<C>;
}

/** Returns the rows of an empty table of this declaration, to be added to. */
export function tableBuilder<C extends Column>(declaration: TableDeclaration<C>): TableBuilder<C> {
  const columns: Cell[][] = declaration.columns.map(() => []);
  let rows = 0;
  return {
    add(...cells) {
      if (cells.length !== columns.length) {
        throw new RangeError(
          `${declaration.name}: expected ${columns.length} cells in a row, got ${cells.length}`,
        );
      }
      for (let i = 0; i < cells.length; i++) (columns[i] as Cell[]).push(presentCell(cells[i] as Cell));
      rows++;
    },
    build: () => ({ declaration, columns, rows }),
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
