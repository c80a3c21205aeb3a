import Papa from "papaparse";
import { columnNames, presentCell } from "./make-table.ts";
import type { Cell, Table } from "./table.ts";

/** Finds text that a spreadsheet would run. papaparse's own pattern lets text with a line break through. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Finds text that is written as it stands: nearly every cell, and looking is several times faster than
 * escaping.
 */
const PLAIN = /^\w(?:[\w ./:%()-]*[\w./:%()-])?$/;

/**
 * Returns the table as CSV (RFC 4180): a header, `,`, fields quoted where needed. Lines end in "\n", not the
 * RFC's CRLF, as R, pandas and DuckDB write them, so that text tools see no stray character. Numbers are the
 * shortest decimals that read back the same; a number that is not there is an empty cell. Text that begins
 * as a formula (= + - @ tab CR) gets a leading apostrophe; numbers, negative ones too, stay numbers.
 */
export function csvText(table: Table): string {
  const { columns, rows } = table;
  // Cells are often those of the row above.
  const above: Cell[] = columns.map(() => null);
  const fields: string[] = columns.map(() => "");
  const lines = [columnNames(table.declaration).map(field).join(",")];
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns.length; i++) {
      const cell = columns[i]?.[row] as Cell;
      if (cell === above[i]) continue;
      above[i] = cell;
      fields[i] = field(cell);
    }
    lines.push(fields.join(","));
  }
  return `${lines.join("\n")}\n`;
}

function field(given: Cell): string {
  const cell = presentCell(given);
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return String(cell);
  return PLAIN.test(cell) ? cell : Papa.unparse([[cell]], { escapeFormulae: FORMULA });
}
