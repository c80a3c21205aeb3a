import { aroundRows, aroundText, timeText } from "./around-rows.ts";
import type { SummaryInput } from "./summary-input.ts";
import { wrapIndented } from "./text-table.ts";

/** Where the columns stand. */
export interface AroundColumns {
  readonly width: number;
  readonly label: number;
  readonly column: number;
}

/**
 * Sets the numbers of each scenario with dated changes before the first beside those after the last has
 * settled, so that no number of the whole run is read as one of either.
 */
export function aroundLines(
  runs: readonly SummaryInput[],
  { width, label, column }: AroundColumns,
): string[] {
  return runs.flatMap(({ plan: { scenario }, around }) => {
    if (around === null) return [];
    const { before, after } = around;
    const heads = [before, after].map(({ change }, i) =>
      `${i === 0 ? "before" : "settled after"} ${change}`.length < column
        ? `${i === 0 ? "before" : "settled after"} ${change}`
        : ["before", "settled after"][i],
    );
    const times =
      `${scenario}, before ${before.change}: ${timeText(before)}; after ${after.change} has settled: ` +
      `${timeText(after)}`;
    return [
      "",
      ...wrapIndented(times, width, ""),
      "".padEnd(label) + heads.map((head) => head.padStart(column)).join(""),
      ...aroundRows(around, { isShort: runs.length > 1 }).map(
        (row) =>
          `  ${row.label}`.padEnd(label) +
          [before, after].map((time) => aroundText(row, time).padStart(column)).join(""),
      ),
    ];
  });
}
