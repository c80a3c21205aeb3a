import { answerOf, conclusionOf } from "../../../sim/findings/answer.ts";
import {
  type BoardLine,
  boardDifference,
  boardLine,
  boardNumber,
  SEEN_SOON,
} from "../../../sim/findings/board.ts";
import { boardIntervalText, boardTexts, differenceWords } from "../../../sim/findings/difference-words.ts";
import { countText } from "../../../sim/words/numbers.ts";
import { regimeMark, STANDARD_MARKS } from "../../screen/marks.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { comparable } from "../../screen/unlike-text.ts";
import { regimeCounts } from "../../screen/verdict-lines.ts";
import { boardRangeText } from "../input/board-ranges.ts";
import { NO_SLOTS } from "../input/front-slots.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { BigNumber, Front, MarkedLine } from "../page/content.ts";
import { calibrationFront } from "./calibration-front.ts";
import { planFront } from "./plan-front.ts";
import { questionOf } from "./question.ts";
import { rangeText } from "./range-text.ts";
import { sensitivityFront } from "./sensitivity-front.ts";
import { slotsOf } from "./slots.ts";
import { sweepFront } from "./sweep-front.ts";

/** Figures that fill the front, the first that there is. */
const FRONT_FIGURES = ["people", "surface", "tornado"];
/** Scenarios that have a line of their own; of more only their number is told. */
const MAX_LINES = 2;

const NUMBERS: readonly (readonly [line: BoardLine, label: string])[] = [
  [boardLine("people.reached_3"), "people reach three contacts"],
  [boardLine(SEEN_SOON), "of the demand seen within 4 weeks"],
  [boardLine("cost.total"), "cost of the programme"],
];

/** Tells on one screen what a results folder answers. */
export function frontOf(input: ReportInput): Front {
  const { mains, figures, slots = NO_SLOTS } = input;
  const figure = FRONT_FIGURES.flatMap((name) => figures.filter((one) => one.name === name))[0] ?? null;
  if (input.record.kind === "sensitivity") return { ...sensitivityFront(input), figure, slots: [] };
  if (input.record.kind === "plan") return { ...planFront(input), slots: [] };
  if (input.record.kind === "calibrate") return { ...calibrationFront(input), slots: [] };
  const rest = { figure, slots: slotsOf(slots) };
  if (mains.length === 0) return { ...sweepFront(input), ...rest };
  const alike = comparable(mains);
  return {
    question: questionOf(input),
    answer: slots.underEnsemble ?? answerOf(alike),
    conclusion: alike.length === 2 ? conclusionOf(alike[0], alike[1]) : null,
    lines: [...standardLines(mains), ...regimeLines(mains)].slice(0, MAX_LINES),
    numbers: NUMBERS.flatMap(([line, label]) =>
      bigNumber(alike, line, label).map((number) => withRange(number, line, alike, input)),
    ),
    ...rest,
  };
}

function standardLines(mains: readonly SummaryInput[]): MarkedLine[] {
  return mains.flatMap(({ plan, standards }) =>
    standards.map(({ verdict, name }) => ({
      mark: STANDARD_MARKS[verdict],
      text: `${plan.scenario}, ${name}: ${verdict}`,
    })),
  );
}

function regimeLines(mains: readonly SummaryInput[]): MarkedLine[] {
  if (mains.length > MAX_LINES) return [];
  return mains.map(({ plan, verdicts }) => ({
    mark: regimeMark(verdicts),
    text: regimeCounts(plan.scenario, verdicts, 0),
  }));
}

/** Gives a number of a scenario, of two with what differs, of more from the least to the most. */
function bigNumber(runs: readonly SummaryInput[], line: BoardLine, label: string): BigNumber[] {
  const numbers = runs.map((run) => boardNumber(run, line));
  if (numbers.every(({ mean }) => mean === null)) return [];
  const texts = boardTexts(numbers, line).map((text) => withUnit(text, line));
  if (runs.length === 1) return [{ value: texts[0], label, note: boardIntervalText(numbers[0], line) }];
  if (runs.length === 2) {
    const { surety } = boardDifference(runs[0], runs[1], line);
    const words = differenceWords(runs[0], runs[1], line);
    // What money goes for is better or worse, not money.
    const difference = line.unit === "GBP" ? words.replace(/, [a-z ]+$/, "") : words;
    const note =
      surety === "same" ? `the same as in ${runs[0].plan.scenario}` : `from ${texts[0]}: ${difference}`;
    return [{ value: texts[1], label, note }];
  }
  const ordered = numbers
    .map(({ mean }, i) => ({ mean, text: texts[i] }))
    .filter(({ mean }) => mean !== null)
    .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  const [least, most] = [ordered[0].text, ordered[ordered.length - 1].text];
  return [
    {
      value: rangeText(least, most),
      label,
      note: `over ${countText(runs.length, "scenario")}`,
    },
  ];
}

/** Says beside chance what is not known, where an ensemble tells and there is one scenario or two. */
function withRange(
  number: BigNumber,
  { label, unit }: BoardLine,
  runs: readonly SummaryInput[],
  { tables }: ReportInput,
): BigNumber {
  const shown = runs.at(-1);
  if (shown === undefined || runs.length > 2 || unit === "GBP") return number;
  const range = boardRangeText(tables, { scenario: shown.plan.scenario, label, unit });
  return range === undefined ? number : { ...number, note: `${number.note}; not known: ${range}` };
}

function withUnit(text: string, { unit }: BoardLine): string {
  if (unit === "%") return `${text} %`;
  return unit === "GBP" ? `£${text}` : text;
}
