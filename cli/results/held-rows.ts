import { presentCell } from "../../sim/tables/make-table.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";

/** Finds the rows of a table that a folder holds by the columns that say whose they are. */
export class HeldRows {
  readonly #table: Table;
  readonly #keys: readonly number[];
  readonly #rowsOf = new Map<string, number[]>();

  constructor(table: Table, keys: readonly string[]) {
    this.#table = table;
    this.#keys = keys.map((key) => table.declaration.columns.findIndex(({ name }) => name === key));
    for (let row = 0; row < table.rows; row++) {
      const owner = this.#owner(table, row);
      const rows = this.#rowsOf.get(owner);
      if (rows === undefined) this.#rowsOf.set(owner, [row]);
      else rows.push(row);
    }
  }

  /** Gives the rows of an owner, named by its keys in their order. */
  of(...owner: readonly Cell[]): readonly number[] {
    return this.#rowsOf.get(owner.join("\0")) ?? [];
  }

  /** Gives a cell. */
  cell(row: number, column: string): Cell {
    return cellAt(
      this.#table,
      row,
      this.#table.declaration.columns.findIndex(({ name }) => name === column),
    );
  }

  /** Says whether rows of one owner, made again, are those that are held: as many, in this order, with the same in every column. */
  holds(remade: Table): boolean {
    if (remade.rows === 0) return true;
    const held = this.#rowsOf.get(this.#owner(remade, 0)) ?? [];
    return (
      held.length === remade.rows &&
      held.every((row, i) =>
        remade.columns.every((_, column) => cellAt(this.#table, row, column) === cellAt(remade, i, column)),
      )
    );
  }

  #owner(table: Table, row: number): string {
    return this.#keys.map((key) => cellAt(table, row, key)).join("\0");
  }
}

const cellAt = ({ columns }: Table, row: number, column: number): Cell => presentCell(columns[column][row]);
