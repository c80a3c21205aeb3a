import { cellsOf } from "../../sim/tables/columns-of.ts";
import { presentCell } from "../../sim/tables/make-table.ts";
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

  /** Gives the rows of an owner as a table of their own. */
  tableOf(...owner: readonly Cell[]): Table {
    const rows = this.of(...owner);
    const { declaration, columns } = this.#table;
    return { declaration, columns: columns.map((cells) => rows.map((row) => cells[row])), rows: rows.length };
  }

  /** Gives a reader of whose a row of a table is. */
  #ownerIn(table: Table): (row: number) => string {
    const keys = this.#keys.map((key) => cellsOf(table, key));
    return (row) => keys.map((cells) => presentCell(cells[row])).join("\0");
  }
}
