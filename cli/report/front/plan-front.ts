import { judgedWords } from "../../../sim/findings/goal.ts";
import { FRONTIER } from "../../../sim/tables/frontier.ts";
import { LEVELS } from "../../../sim/tables/levels.ts";
import type { TableRow } from "../../../sim/tables/rows-of.ts";
import { WHERE } from "../../../sim/tables/where.ts";
import { briefMeaning } from "../../../sim/words/brief-meaning.ts";
import { moneyText } from "../../../sim/words/rounded.ts";
import { readerUnit } from "../../../sim/words/units.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import type { BigNumber, Front } from "../page/content.ts";

/** Figures of a plan. */
const FIGURES = ["lever", "frontier", "where"];
/** Marks of a row that answers, and what they say of it; the first that there is answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  least: "the least that meets the goal",
  best: "the best for the money",
  cheapest: "the cheapest that meets the goal",
  tips: "where it tips",
};

/** Tells on one screen what a plan answers. */
export function planFront(input: ReportInput): Omit<Front, "slots"> {
  const { record, figures, tables } = input;
  const [{ name }] = record.scenarios;
  const figure = figures.find((one) => FIGURES.includes(one.name)) ?? null;
  const ways = rowsWith(tables.get(WHERE.name), { way: 1 });
  const sought = [LEVELS, FRONTIER].flatMap((table) => rowsWith(tables.get(table.name)));
  return {
    question: ways.length > 0 ? whereQuestion(ways, name) : goalQuestion(sought, name),
    answer: figure?.title ?? "Nothing was simulated.",
    lines: [],
    numbers: ways.length > 0 ? whereNumbers(ways) : soughtNumbers(sought, input),
    figure,
  };
}

function whereQuestion(ways: readonly TableRow[], name: string): string {
  const fte = written(
    ways.reduce((sum, { changed }) => sum + numberOf(changed), 0),
    2,
  );
  return ways[0].change === "lose"
    ? `Where are ${fte} full-time equivalents least missed in ${name}?`
    : `Where do ${fte} more full-time equivalents help most in ${name}?`;
}

function goalQuestion([row]: readonly TableRow[], name: string): string {
  return row === undefined
    ? `What is to be done in ${name}?`
    : `What meets the goal in ${name}: ${goalOf(row)}?`;
}

/** Writes a goal: at least 20 % seen within 4 weeks, of the demand. */
function goalOf({ unit: measured, bound, target, metric }: TableRow): string {
  const { unit, factor, decimals } = readerUnit(String(measured));
  const size = `${written(numberOf(target) * factor, decimals)} ${unit}`.trim();
  return `${bound} ${size} ${judgedWords(String(metric))}`;
}

/** Gives the levers, what comes of the goal and what it costs where the goal is met; none where it is not. */
function soughtNumbers(rows: readonly TableRow[], { wordsOf }: ReportInput): BigNumber[] {
  const marked = (mark: string) => rows.find((row) => String(row.mark).split(",").includes(mark));
  const mark = Object.keys(ANSWERS).find((one) => marked(one) !== undefined);
  const row = mark === undefined ? undefined : marked(mark);
  if (mark === undefined || row === undefined) return [];
  const { unit, factor, decimals } = readerUnit(String(row.unit));
  const levers = [row.lever, row.first_lever, row.second_lever].filter((one) => typeof one === "string");
  const values = [row.value, row.first_value, row.second_value].filter((one) => typeof one === "string");
  return [
    {
      value: values.join(" and "),
      label: levers.map((path) => briefMeaning(wordsOf(path))).join(" and "),
      note: ANSWERS[mark],
    },
    {
      value: `${written(numberOf(row.mean) * factor, decimals)} ${unit}`.trim(),
      label: judgedWords(String(row.metric)),
      note:
        typeof row.low === "number" && typeof row.high === "number" ? intervalOf(row, factor, decimals) : "",
    },
    ...(typeof row.cost === "number"
      ? [{ value: moneyText(row.cost), label: "cost of the programme a year", note: "" }]
      : []),
  ];
}

const intervalOf = ({ low, high }: TableRow, factor: number, decimals: number): string =>
  `${written(numberOf(low) * factor, decimals)} to ${written(numberOf(high) * factor, decimals)}`;

/** Gives what the best way makes of people and of money. */
function whereNumbers([{ people, ci_low: low, ci_high: high, cost }]: readonly TableRow[]): BigNumber[] {
  const isFewer = numberOf(people) < 0;
  const ends = [low, high].map((end) => written(Math.abs(numberOf(end)), 0));
  const isRange = typeof low === "number" && typeof high === "number" && low * high > 0;
  return [
    {
      value: `${written(Math.abs(numberOf(people)), 0)} ${isFewer ? "fewer" : "more"}`,
      label: "people reach three contacts",
      note: isRange ? (isFewer ? ends.toReversed() : ends).join(" to ") : "",
    },
    ...(typeof cost === "number"
      ? [{ value: moneyText(Math.abs(cost)), label: `a year ${cost < 0 ? "less" : "more"}`, note: "" }]
      : []),
  ];
}

const numberOf = (cell: TableRow[string]): number => (typeof cell === "number" ? cell : 0);

const written = (value: number, decimals: number): string =>
  value.toLocaleString("en-GB", { maximumFractionDigits: decimals });
