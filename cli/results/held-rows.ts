import { cellsOf } from "../../sim/tables/columns-of.ts";
import { columnNames, presentCell } from "../../sim/tables/make-table.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";

/** Finds the rows of a table that a folder holds by the columns that say whose they are. */
export class HeldRows {
  readonly #table: Table;
  readonly #keys: readonly string[];
  readonly #rowsOf = new Map<string, number[]>();

  constructor(table: Table, keys: readonly string[]) {
    this.#table = table;
    this.#keys = keys;
    const owner = this.#ownerIn(table);
    for (let row = 0; row < table.rows; row++) {
      const rows = this.#rowsOf.get(owner(row));
      if (rows === undefined) this.#rowsOf.set(owner(row), [row]);
      else rows.push(row);
    }
  }

  /** Gives the rows of an owner, named by its keys in their order. */
  of(...owner: readonly Cell[]): readonly number[] {
    return this.#rowsOf.get(owner.join("\0")) ?? [];
  }

  /** Gives a cell. */
  cell(row: number, column: string): Cell {
    return presentCell(cellsOf(this.#table, column)[row]);
  }

  /**
   * Says whether rows of one owner, made again, are those that are held: as many, in this order, with the
   * same in every column.
   */
  holds(remade: Table): boolean {
    if (remade.rows === 0) return true;
    const held = this.#rowsOf.get(this.#ownerIn(remade)(0)) ?? [];
    if (held.length !== remade.rows) return false;
    const names = columnNames(this.#table.declaration);
    return remade.declaration.columns.every(({ name }) => {
      if (!names.includes(name)) return false;
      const ours = cellsOf(remade, name);
      const theirs = cellsOf(this.#table, name);
      return held.every((row, i) => presentCell(theirs[row]) === presentCell(ours[i]));
    });
  }

  /** Gives a reader of whose a row of a table is. */
  #ownerIn(table: Table): (row: number) => string {
    const keys = this.#keys.map((key) => cellsOf(table, key));
    return (row) => keys.map((cells) => presentCell(cells[row])).join("\0");
  }
}
