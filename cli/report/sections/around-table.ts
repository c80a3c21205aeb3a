import { aroundMean, aroundRows, aroundText, timeText } from "../../screen/around-rows.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { type Block, heading, paragraph, type ReportCell } from "../page/content.ts";

/** Sets, of each scenario with dated changes, what was before them beside what is after they have settled. */
export function aroundBlocks(mains: readonly SummaryInput[]): Block[] {
  const blocks = mains.flatMap(aroundBlock);
  return blocks.length === 0 ? [] : [heading("Before the changes, and after they have settled"), ...blocks];
}

/** A table, or a sentence that says why there are no numbers for one. */
function aroundBlock({ plan: { scenario }, around }: SummaryInput): Block[] {
  if (around === null) return [];
  const { before, after } = around;
  const times =
    `${scenario} before ${before.change} (${timeText(before)}) and after ${after.change} has settled ` +
    `(${timeText(after)})`;
  const rows = aroundRows(around).map((row): ReportCell[] => [
    row.label,
    ...[before, after].map((time) => ({ value: aroundMean(row, time).mean, text: aroundText(row, time) })),
  ]);
  if (rows.length === 0) return [paragraph(`No number tells of ${times}.`)];
  return [
    {
      kind: "table",
      name: `around-${scenario}`,
      caption: `${times}; ± is the half-width of the 95 % interval, chance within the model`,
      heads: ["What", "Before", "Settled after"],
      rows,
    },
  ];
}
