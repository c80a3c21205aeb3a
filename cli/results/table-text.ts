import { csvText } from "../../sim/tables/csv.ts";
import { jsonText } from "../../sim/tables/json.ts";
import type { Table } from "../../sim/tables/table.ts";
import type { Format } from "../options.ts";

/** Bounds the rows of a table that are in memory at once. */
export const ROWS_AT_ONCE = 50_000;

/** Writes tables of one declaration, given one after another, as if they were one. */
export interface TableText {
  piece(table: Table): string;
  end(): string;
}

/** Returns a writer of a format. */
export function tableText(format: Format): TableText {
  return format === "csv" ? csvPieces() : jsonPieces();
}

/** Gives the text of tables of one declaration, a piece a table. */
export function* textPieces(tables: Iterable<Table>, text: TableText): Iterable<string> {
  for (const table of tables) yield text.piece(table);
  yield text.end();
}

/** Writes one header. */
function csvPieces(): TableText {
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
function jsonPieces(): TableText {
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
