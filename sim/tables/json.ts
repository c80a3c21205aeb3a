import { columnNames, presentCell } from "./make-table.ts";
import type { Cell, Table } from "./table.ts";

/**
 * Returns the table as a JSON array of one object a row, a row a line, keys in the order of the columns. A
 * number that is not there is null.
 */
export function jsonText(table: Table): string {
  const { columns, rows } = table;
  if (rows === 0) return "[]\n";
  const keys = columnNames(table.declaration).map((name) => `${JSON.stringify(name)}:`);
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const cells = keys.map((key, i) => key + JSON.stringify(presentCell(columns[i]?.[row] as Cell)));
    lines.push(`{${cells.join(",")}}`);
  }
  return `[\n${lines.join(",\n")}\n]\n`;
}
