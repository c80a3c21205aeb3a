import { wrap } from "../../sim/words/lines.ts";
import type { EvidenceRow } from "../scenarios/evidence-register.ts";
import { columnsText, shorten } from "./text-table.ts";

const WIDTH = 100;
const LABEL = 12;

/** Renders rows of the evidence register as a table, one line each; what is too long is shortened. */
export function evidenceTable(rows: readonly EvidenceRow[]): string {
  const cells = rows.map((row) => [
    row.id,
    row.grade,
    shorten(amount(row), 24),
    shorten(row.range, 14),
    row.parameter,
  ]);
  const all = [["id", "grade", "value and unit", "range", "parameter"], ...cells];
  const fixed = columnsText(all.map((row) => row.slice(0, -1))).split("\n");
  const used = Math.max(...fixed.map((line) => line.length)) + 2;
  return all
    .map((row, i) => `${fixed[i].padEnd(used)}${shorten(row[4], Math.max(16, WIDTH - used))}\n`)
    .join("");
}

/** Renders one row in full, with the parameters of the model that rest on it. */
export function evidenceInFull(row: EvidenceRow, paths: readonly string[]): string {
  const fields: readonly (readonly [string, string])[] = [
    ["parameter", row.parameter],
    ["value", amount(row)],
    ["range", row.range],
    ["grade", row.grade],
    ["kind", row.kind],
    ["source", row.source],
    ["where in it", row.locator],
    ["note", row.note],
    ["used by", paths.length === 0 ? "no default of the model" : paths.join(", ")],
  ];
  const lines = fields.flatMap(([label, text]) => {
    if (text === "") return [];
    return wrap(text, WIDTH - LABEL - 2).map((line, i) => `  ${(i === 0 ? label : "").padEnd(LABEL)}${line}`);
  });
  return `${[row.id, ...lines].join("\n")}\n`;
}

function amount({ value, unit }: EvidenceRow): string {
  return unit === "" || value.endsWith(unit) ? value : `${value} ${unit}`;
}
