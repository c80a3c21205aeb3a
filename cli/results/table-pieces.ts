import { never } from "../../sim/never.ts";
import { csvText } from "../../sim/tables/csv.ts";
import { jsonText } from "../../sim/tables/json.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import type { Format } from "./formats.ts";

/**
 * Holds what stands next in a file: text, to be written as UTF-8, or bytes; nothing to write is an empty
 * one.
 */
export type Piece = string | Uint8Array;

/** Writes tables of one declaration, given one after another, as if they were one. */
export interface TablePieces {
  piece(table: Table): Piece;
  end(): Piece;
}

/**
 * Opens a writer of a format for tables of a declaration; the module of a heavy format is loaded only where
 * it is asked for.
 */
export async function openPieces(format: Format, declaration: TableDeclaration): Promise<TablePieces> {
  switch (format) {
    case "csv":
      return csvPieces();
    case "json":
      return jsonPieces();
    case "parquet":
      return (await import("./parquet-pieces.ts")).parquetPieces(declaration);
    default:
      return never(format);
  }
}

/** Gives a file of tables of one declaration, a piece a table. */
export async function* filePieces(
  format: Format,
  declaration: TableDeclaration,
  tables: Iterable<Table> | AsyncIterable<Table>,
): AsyncGenerator<Piece> {
  const pieces = await openPieces(format, declaration);
  for await (const table of tables) yield pieces.piece(table);
  yield pieces.end();
}

/** Writes one header. */
function csvPieces(): TablePieces {
  let isFirst = true;
  return {
    piece(table) {
      const text = csvText(table);
      const piece = isFirst ? text : text.slice(text.indexOf("\n") + 1);
      isFirst = false;
      return piece;
    },
    end: () => "",
  };
}

/** Writes one array. */
function jsonPieces(): TablePieces {
  let isFirst = true;
  return {
    piece(table) {
      if (table.rows === 0) return "";
      // jsonText writes "[\n", rows, "\n]\n".
      const rows = jsonText(table).slice(2, -3);
      const piece = isFirst ? `[\n${rows}` : `,\n${rows}`;
      isFirst = false;
      return piece;
    },
    end: () => (isFirst ? "[]\n" : "\n]\n"),
  };
}
