import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { presentCell } from "../../sim/tables/make-table.ts";
import type { Cell, Column, Table, TableDeclaration } from "../../sim/tables/table.ts";
import { ROWS_AT_ONCE } from "./rows-at-once.ts";
import type { TablePieces } from "./table-pieces.ts";

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];

/**
 * Writes Parquet: text as strings, numbers as doubles, whole numbers as 32-bit integers, a number that is
 * not there as null. Row groups are of `rowsInGroup` rows whatever the pieces, so that the same rows give
 * the same bytes; nothing in the file tells when or where it was made.
 */
export function parquetPieces(declaration: TableDeclaration, rowsInGroup = ROWS_AT_ONCE): TablePieces {
  const { columns } = declaration;
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: "linksim" });
  let waiting: Cell[][] = columns.map(() => []);

  const writeGroup = (rows: number): void => {
    const columnData = columns.map(({ name }, i) => ({ name, data: waiting[i].slice(0, rows) }));
    // The writer returns a promise only where its sink does; this one is memory.
    void writer.write({ columnData, rowGroupSize: rowsInGroup });
    waiting = waiting.map((cells) => cells.slice(rows));
  };

  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };

  return {
    piece(table: Table) {
      for (let i = 0; i < columns.length; i++) {
        const cells = waiting[i];
        for (let row = 0; row < table.rows; row++) cells.push(parquetCell(table.columns[i][row]));
      }
      while (waiting[0].length >= rowsInGroup) writeGroup(rowsInGroup);
      return take();
    },
    end() {
      if (waiting[0].length > 0) writeGroup(waiting[0].length);
      void writer.finish();
      return take();
    },
  };
}

function schemaOf(columns: readonly Column[]): Schema {
  const types = {
    text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
    number: { type: "DOUBLE" },
    integer: { type: "INT32" },
  } as const;
  return [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, ...types[type], repetition_type: "OPTIONAL" as const })),
  ];
}

/** Writes 0 for -0, as text does: the writer's dictionary takes them for one. */
function parquetCell(given: Cell): Cell {
  const cell = presentCell(given);
  return cell === 0 ? 0 : cell;
}
