import Papa from "papaparse";
import { columnNames, presentCell } from "./make-table.ts";
import type { Cell, Table } from "./table.ts";

/** Finds text that a spreadsheet would run. papaparse's own pattern lets text with a line break through. */
const FORMULA = /^[=+\-@\t\r]/;

/** Bounds the rows turned at once, since a table of rows takes several times the memory of its columns. */
const ROWS_AT_ONCE = 10_000;

/**
 * Returns the table as CSV (RFC 4180): a header, `,`, fields quoted where needed. Lines end in "\n", not the RFC's CRLF, as R,
 * pandas and DuckDB write them, so that text tools see no stray character. Numbers are the shortest decimals that read back the
 * same; a number that is not there is an empty cell. Text that begins as a formula (= + - @ tab CR) gets a leading apostrophe;
 * numbers, negative ones too, stay numbers.
 */
export function csvText(table: Table): string {
  const { columns, rows } = table;
  const parts = [unparse([columnNames(table.declaration)])];
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const to = Math.min(rows, from + ROWS_AT_ONCE);
    const chunk: Cell[][] = [];
    for (let row = from; row < to; row++) {
      const cells: Cell[] = new Array(columns.length);
      for (let i = 0; i < columns.length; i++) cells[i] = presentCell(columns[i]?.[row] as Cell);
      chunk.push(cells);
    }
    parts.push(unparse(chunk));
  }
  return `${parts.join("\n")}\n`;
}

function unparse(rows: readonly (readonly Cell[])[]): string {
  return Papa.unparse(rows as Cell[][], { newline: "\n", escapeFormulae: FORMULA });
}
