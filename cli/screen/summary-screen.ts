import { durationText } from "../../sim/words/durations.ts";
import { wrap } from "../../sim/words/lines.ts";
import { listText } from "../../sim/words/lists.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { aroundLines } from "./around-lines.ts";
import { rareLines } from "./rare-lines.ts";
import { shorterWaitLines } from "./shorter-wait-lines.ts";
import { spreadsheetLines } from "./spreadsheet-lines.ts";
import { standardLines } from "./standard-lines.ts";
import { headsText, type SummaryInput } from "./summary-input.ts";
import {
  halfWidthText,
  isLeftOut,
  rowIntervals,
  type SummaryRow,
  summarySections,
  timesOf,
} from "./summary-rows.ts";
import { wrapIndented } from "./text-table.ts";
import { comparable, unlikeTexts } from "./unlike-text.ts";
import { variantLines } from "./variant-lines.ts";
import { typeLines, verdictLines } from "./verdict-lines.ts";

const WIDTH = 100;
const LABEL = 49;
/** More columns would leave no room for intervals. */
const MAX_COLUMNS = 3;
const MAX_CHANGES = 4;

/**
 * Renders a run on one screen: verdicts first, then the numbers with their intervals, scenarios side by
 * side.
 */
export function summaryScreen(
  all: readonly SummaryInput[],
  seed: string,
  last: readonly string[],
  first: readonly string[] = [],
): string {
  const runs = all.filter(({ variantOf }) => variantOf === null);
  const lines = [
    ...first.flatMap((line) => wrapIndented(line, WIDTH, "")),
    ...unlikeLines(runs, WIDTH),
    ...changeLines(runs),
    ...standardLines(runs, WIDTH),
    ...runs.flatMap(({ plan: { scenario }, verdicts, typeVerdicts }) => [
      ...verdictLines(scenario, verdicts, WIDTH, runs.length === 1 ? 3 : 1),
      ...typeLines(typeVerdicts, WIDTH),
    ]),
    ...shorterWaitLines(comparable(runs)).flatMap((line) => wrapIndented(line, WIDTH, "")),
    "",
  ];
  const blocks = Array.from({ length: Math.ceil(runs.length / MAX_COLUMNS) }, (_, n) =>
    runs.slice(n * MAX_COLUMNS, (n + 1) * MAX_COLUMNS),
  );
  for (const columns of blocks) lines.push(...block(columns));
  lines.push(
    ...rareLines(runs, WIDTH),
    ...shortLines(runs, WIDTH),
    ...spreadsheetLines(runs).flatMap((line) => wrapIndented(line, WIDTH, "  ")),
    ...aroundLines(runs, { width: WIDTH, label: LABEL, column: columnWidth(2) }),
    ...variantLines(all, blocks, { width: WIDTH, label: LABEL, column: columnWidth }),
    "",
    ...wrap(intervalNote(runs, seed), WIDTH),
    ...last.flatMap((line) => wrapIndented(line, WIDTH, "")),
  );
  return `${lines.join("\n")}\n`;
}

/** Says why shares are not known where a run is too short for them. */
export function shortLines(runs: readonly SummaryInput[], width: number): string[] {
  const short = runs.filter(({ isShort }) => isShort);
  if (short.length === 0) return [];
  const parts = short.map(
    ({ plan, time, by }) => `${plan.scenario} runs for ${durationText(time.horizon)}, shorter than ${by}`,
  );
  return wrapIndented(
    `- is not known: ${listText(parts)}, the time since referral at which shares are given (measures.by).`,
    width,
    "  ",
  );
}

/** Says first what makes worlds unlike. */
export function unlikeLines(runs: readonly SummaryInput[], width: number): string[] {
  const lines = unlikeTexts(runs).flatMap((text) => wrapIndented(text, width, ""));
  return lines.length === 0 ? [] : [...lines, ""];
}

/** Reads the dated changes of each scenario back, at most some. */
export function changeLines(runs: readonly SummaryInput[]): string[] {
  const lines = runs.flatMap(({ plan, timeline }) => {
    const more = timeline.length - MAX_CHANGES;
    const shown = timeline.slice(0, MAX_CHANGES).map((text) => `${plan.scenario}, ${text}`);
    return [...shown, ...(more > 0 ? [`${plan.scenario}: and ${countText(more, "more change")}.`] : [])];
  });
  return lines.length === 0 ? [] : [...lines.flatMap((line) => wrapIndented(line, WIDTH, "")), ""];
}

const columnWidth = (columns: number): number => Math.min(26, Math.floor((WIDTH - LABEL) / columns));

function block(runs: readonly SummaryInput[]): string[] {
  const width = columnWidth(runs.length);
  const heads = headsText(runs, width);
  const lines: string[] = [];
  for (const [i, { heading, rows }] of summarySections(timesOf(runs)).entries()) {
    lines.push(i === 0 ? heading.padEnd(LABEL) + heads : heading);
    for (const row of rows) {
      if (runs.every((run) => isLeftOut(run, row))) continue;
      const cells = runs.map((run) => rowText(run, row, width).padStart(width)).join("");
      lines.push(`  ${row.label}`.padEnd(LABEL) + cells);
    }
  }
  return lines;
}

/** Writes the numbers of a row with their intervals; without them where the column is too narrow. */
function rowText(run: SummaryInput, row: SummaryRow, width: number): string {
  const intervals = rowIntervals(run, row);
  const full = intervals.map(halfWidthText).join("; ");
  if (full.length < width) return full;
  return intervals.map(({ mean, decimals }) => numberText(mean, decimals)).join("; ");
}

function intervalNote(runs: readonly SummaryInput[], seed: string): string {
  const counts = [...new Set(runs.map(({ results }) => results.length))];
  const many =
    counts.length === 1 ? countText(counts[0], "replication") : `${counts.join(", ")} replications`;
  if (counts.every((count) => count < 2)) {
    return (
      `One replication with seed ${seed}: without a second one, chance cannot be told from effect. ` +
      "Take --replications 100."
    );
  }
  const together =
    runs.length < 2 || comparable(runs).length < runs.length
      ? ""
      : " Columns share people and random numbers, so differences between them are usually surer than " +
        "each ± suggests.";
  return (
    `± is half of the 95 % interval of the mean: chance within the model, over ${many} with seed ${seed}. It ` +
    "does not say how far the model's assumptions may be from the truth. (1 of 8): only so many replications " +
    "had any, too few for an interval." +
    together
  );
}
