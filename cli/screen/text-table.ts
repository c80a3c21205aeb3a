import { wrap } from "../../sim/words/lines.ts";

/** Breaks text into lines, every line indented and the later ones by two more. */
export function wrapIndented(text: string, width: number, indent: string): string[] {
  return wrap(text, width - indent.length - 2).map((line, i) => (i === 0 ? indent : `${indent}  `) + line);
}

/** Shortens text to a width, after a whole word where there is one, ending in "..". */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const kept = text.slice(0, Math.max(0, width - 2));
  const whole = kept.slice(0, kept.lastIndexOf(" ") + 1);
  return `${whole.trim() === "" ? kept : whole}..`;
}

/**
 * Lays cells out in columns as wide as their widest cell, two spaces apart; columns named in `right` are set
 * to the right.
 */
export function columnsText(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join("");
}
