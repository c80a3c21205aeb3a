import { type BoardLine, boardDifference, boardNumber } from "../../../sim/findings/board.ts";
import {
  boardIntervalText,
  boardTexts,
  differenceFrom,
  differenceText,
  readingOf,
} from "../../../sim/findings/difference-words.ts";
import { countText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { boardRangeText } from "../input/board-ranges.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { BigNumber } from "../page/content.ts";
import { rangeText } from "./range-text.ts";

/** Which number is told, and where its range is found. */
interface NumberTold {
  readonly line: BoardLine;
  readonly label: string;
  readonly tables: ReportInput["tables"];
}

/** Gives a number of one run, of two the second's with what differs, of more from the least to the most. */
export function bigNumber(runs: readonly SummaryInput[], told: NumberTold): BigNumber[] {
  const { line, label } = told;
  const numbers = runs.map((run) => boardNumber(run, line));
  if (numbers.every(({ mean }) => mean === null)) return [];
  const texts = boardTexts(numbers, line).map((text) => withUnit(text, line));
  if (runs.length === 1) {
    const chance = boardIntervalText(numbers[0], line);
    const range = rangeOf(runs[0], told);
    return [{ value: texts[0], label, note: range === undefined ? chance : `${chance}; range ${range}` }];
  }
  if (runs.length === 2) return [{ value: texts[1], label, note: differenceNote(runs, texts[0], told) }];
  const ordered = numbers
    .map(({ mean }, i) => ({ mean, text: texts[i] }))
    .filter(({ mean }) => mean !== null)
    .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  const [least, most] = [ordered[0].text, ordered[ordered.length - 1].text];
  return [{ value: rangeText(least, most), label, note: `over ${countText(runs.length, "scenario")}` }];
}

/**
 * Says by how much the second differs from the first, with the range of what is not known. What chance alone
 * leaves open is said where no range says more.
 */
function differenceNote([base, other]: readonly SummaryInput[], from: string, told: NumberTold): string {
  const { line } = told;
  const difference = boardDifference(base, other, line);
  const { surety } = difference;
  if (surety === "same") return "the same";
  const range = rangeOf(other, told);
  const beyondChance = differenceFrom(difference, line, from);
  const { words, interval } = beyondChance ?? {
    words: `${from} in ${base.plan.scenario}: no difference beyond chance`,
    interval: ` (${differenceText(difference, line)})`,
  };
  if (range !== undefined) return `${words}; range ${goesOn(range, words)}`;
  // What money goes for is better or worse, not money.
  const isJudged = beyondChance !== undefined && line.unit !== "GBP";
  return `${words}${interval}${isJudged ? `, ${readingOf(base, other, line)}` : ""}`;
}

/** Leaves out which way a range goes where it goes the way that was just said. */
function goesOn(range: string, read: string): string {
  const way = / (fewer|less|more) than /.exec(read)?.[1];
  const [, span, rangeWay] = /^([\d.,]+(?: to [\d.,]+)?) ([a-z]+)$/.exec(range) ?? [];
  return rangeWay === way && span !== undefined ? span : range;
}

/** Writes what is not known of a number; of money it is told by what it buys. */
function rangeOf({ plan }: SummaryInput, { line, tables }: NumberTold): string | undefined {
  const { label, unit } = line;
  return unit === "GBP" ? undefined : boardRangeText(tables, { scenario: plan.scenario, label, unit });
}

function withUnit(text: string, { unit }: BoardLine): string {
  if (unit === "%") return `${text} %`;
  return unit === "GBP" ? `£${text}` : text;
}
