import { aroundMean, aroundRows, aroundText, timeText } from "../../screen/around-rows.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { type Block, heading, type ReportCell, type TableBlock } from "../page/content.ts";

/** Sets, of each scenario with dated changes, what was before them beside what is after they have settled. */
export function aroundBlocks(mains: readonly SummaryInput[]): Block[] {
  const tables = mains.flatMap(aroundTable);
  return tables.length === 0 ? [] : [heading("Before the changes, and after they have settled"), ...tables];
}

function aroundTable({ plan: { scenario }, around }: SummaryInput): TableBlock[] {
  if (around === null) return [];
  const { before, after } = around;
  return [
    {
      kind: "table",
      name: `around-${scenario}`,
      caption:
        `${scenario} before ${before.change} (${timeText(before)}) and after ${after.change} has settled ` +
        `(${timeText(after)}); ± is the half-width of the 95 % interval, chance within the model`,
      heads: ["What", "Before", "Settled after"],
      rows: aroundRows(around).map((row): ReportCell[] => [
        row.label,
        ...[before, after].map((time) => ({
          value: aroundMean(row, time).mean,
          text: aroundText(row, time),
        })),
      ]),
    },
  ];
}
