import { answerOf } from "../../sim/findings/answer.ts";
import {
  type BoardLine,
  boardDifference,
  boardLine,
  boardNumber,
  SEEN_SOON,
} from "../../sim/findings/board.ts";
import { conclusionOf } from "../../sim/findings/conclusion.ts";
import {
  boardIntervalText,
  boardTexts,
  differenceText,
  readingOf,
} from "../../sim/findings/difference-words.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText } from "../../sim/words/numbers.ts";
import { capitalised } from "../../sim/words/sentences.ts";
import { aroundSentence } from "./around-rows.ts";
import { regimeMark, STANDARD_MARKS } from "./marks.ts";
import { standardSentence } from "./standard-lines.ts";
import type { SummaryInput } from "./summary-input.ts";
import { columnsText, shorten } from "./text-table.ts";
import { comparable, unlikeTexts } from "./unlike-text.ts";
import { regimeCounts } from "./verdict-lines.ts";

/** What a short screen says besides the numbers. */
export interface BriefFacts {
  readonly seed: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** What leads: what an ensemble says; none if left out. */
  readonly first?: readonly string[];
  /** What published figures narrow of that, which stands behind the first of these; none if left out. */
  readonly before?: readonly string[];
  /** Says which numbers carry the result; nothing if left out, where that is not known. */
  readonly carriers?: readonly string[];
  /** Says where the rest is. */
  readonly last: readonly string[];
}

const LINES = 15;
const MAX_STANDARDS = 2;
/** Sentences of an ensemble: each takes two lines. */
const MAX_LEADING = 2;
const MAX_SCENARIOS = 5;
/** Letters of a line of a scenario's name where whole names do not fit over their columns; most first. */
const SHORT_NAMES = [26, 20, 14];

/** What is told of a scenario or two; the last are left out where there is no room. */
const TOLD: readonly BoardLine[] = [
  "people.reached_3",
  SEEN_SOON,
  "cost.total",
  "people.referred",
  "finished.share",
  "wait.first_contact.p90",
].map((metric) => boardLine(metric));

/** What is told of each of many scenarios, in a line; the last are left out where there is no room. */
const TOLD_OF_MANY: readonly BoardLine[] = ["people.reached_3", SEEN_SOON, "cost.total"].map((metric) =>
  boardLine(metric),
);

/**
 * Renders a run or a comparison on at most fifteen lines of a terminal: standards and verdicts, the few
 * numbers, one sentence that says what they come to, and where the rest is.
 */
export function briefScreen(all: readonly SummaryInput[], facts: BriefFacts): string {
  const runs = all.filter(({ variantOf }) => variantOf === null);
  const isFew = runs.length <= 2;
  const standards = standardLines(runs, facts.width);
  const { first = [], before = [] } = facts;
  const leading = [...first.slice(0, 1), ...before, ...first.slice(1)]
    .slice(0, MAX_LEADING)
    .flatMap((text) => wrap(text, facts.width));
  const verdicts = [...leading, ...standards, ...(isFew ? regimeLines(runs, facts.width) : [])];
  const closing = [
    ...(isFew ? aroundLinesOf(runs, facts.width) : []),
    ...closingLines(runs, facts.width),
    ...noteLines(runs, facts),
    ...(facts.carriers ?? []).flatMap((text) => wrap(text, facts.width)),
    ...facts.last,
  ];
  const room = LINES - verdicts.length - closing.length;
  const table = isFew ? numberLines(runs, facts.width, room - 1) : scenarioLines(runs, facts.width);
  const parts = [verdicts, table, closing].filter((lines) => lines.length > 0);
  const isRoomy = table.length + parts.length - 1 <= room;
  return `${parts.map((lines) => lines.join("\n")).join(isRoomy ? "\n\n" : "\n")}\n`;
}

/** Says of each scenario how its waiting lists stand. */
function regimeLines(runs: readonly SummaryInput[], width: number): string[] {
  return runs.map(
    ({ plan, verdicts }) => `${regimeMark(verdicts)} ${regimeLine(plan.scenario, verdicts, width - 2)}`,
  );
}

/** Names as many lists as the line has room for. */
function regimeLine(scenario: string, verdicts: SummaryInput["verdicts"], width: number): string {
  const texts = [3, 1, 0].map((names) => regimeCounts(scenario, verdicts, names));
  return shorten(texts.find((text) => text.length <= width) ?? texts[texts.length - 1], width);
}

/** Says of each standard of each scenario whether it is met, a line each; of more than some how many. */
function standardLines(runs: readonly SummaryInput[], width: number): string[] {
  const lines = runs.flatMap(({ plan, standards }) =>
    standards.map((judged) => {
      const text = `${STANDARD_MARKS[judged.verdict]} ${plan.scenario}: ${standardSentence(judged)}`;
      const short = text.slice(0, text.lastIndexOf(";"));
      return text.length <= width || short === "" ? shorten(text, width) : shorten(`${short}.`, width);
    }),
  );
  const shown = lines.slice(0, lines.length > MAX_STANDARDS ? MAX_STANDARDS - 1 : MAX_STANDARDS);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `  and ${countText(more, "more standard")}: --full`] : shown;
}

/** Puts the numbers of one scenario beside their intervals, or of two beside their difference. */
function numberLines(runs: readonly SummaryInput[], width: number, most: number): string[] {
  const [base, other] = comparable(runs);
  const told = TOLD.filter((line) => runs.some((run) => boardNumber(run, line).mean !== null)).slice(0, most);
  const rows = told.map((line): string[] => {
    const numbers = runs.map((run) => boardNumber(run, line));
    const cells = [`${line.label}, ${line.unit}`, ...boardTexts(numbers, line)];
    if (runs.length === 1) return [...cells, boardIntervalText(numbers[0], line)];
    if (other === undefined) return cells;
    const difference = boardDifference(base, other, line);
    return [...cells, differenceText(difference, line), readingOf(base, other, line)];
  });
  const more = runs.length === 1 ? ["95 % interval"] : other === undefined ? [] : ["difference", ""];
  const table = (heads: readonly (readonly string[])[]): string[] =>
    columnsText([...heads, ...rows.slice(0, most + 1 - heads.length)], [1, 2, 3])
      .trimEnd()
      .split("\n");
  const names = runs.map(({ plan }) => plan.scenario);
  const whole = table([["", ...names, ...more]]);
  if (fits(whole, width)) return whole;
  const tables = SHORT_NAMES.map((letters) => table(brokenHeads(names, more, letters)));
  return tables.find((lines) => fits(lines, width)) ?? tables[tables.length - 1];
}

/** Breaks names of scenarios at hyphens into lines over columns, the last beside the other heads. */
function brokenHeads(names: readonly string[], more: readonly string[], letters: number): string[][] {
  const broken = names.map((name) => wrap(name.replaceAll("-", "- "), letters).map(joined));
  const count = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: count }, (_, row) => [
    "",
    ...broken.map((lines) => lines[row - (count - lines.length)] ?? ""),
    ...(row === count - 1 ? more : []),
  ]);
}

const joined = (text: string): string => text.replaceAll("- ", "-");

const fits = (lines: readonly string[], width: number): boolean =>
  lines.every((line) => line.length <= width);

/** Puts many scenarios one below the other, each with its mark. */
function scenarioLines(runs: readonly SummaryInput[], width: number): string[] {
  const shown = runs.slice(0, MAX_SCENARIOS);
  const told = TOLD_OF_MANY.filter((line) => runs.some((run) => boardNumber(run, line).mean !== null));
  const tables = told.map((_, n) => scenarioTable(shown, told.slice(0, told.length - n)));
  const lines = tables.find((table) => fits(table, width)) ?? tables[tables.length - 1] ?? [];
  const more = runs.length - shown.length;
  return more > 0 ? [...lines, `  and ${countText(more, "more scenario")}: --full`] : lines;
}

function scenarioTable(runs: readonly SummaryInput[], told: readonly BoardLine[]): string[] {
  const [base] = runs;
  const alike = comparable(runs);
  const columns = told.map((line) =>
    boardTexts(
      runs.map((run) => boardNumber(run, line)),
      line,
    ),
  );
  const rows = runs.map((run, i): string[] => [
    `${regimeMark(run.verdicts)} ${run.plan.scenario}`,
    columns[0][i],
    run === base || !alike.includes(run) ? "" : differenceText(boardDifference(base, run, told[0]), told[0]),
    ...columns.slice(1).map((texts) => texts[i]),
  ]);
  const [first, ...others] = told.map(({ label, unit }) => `${label}, ${unit}`);
  const heads = ["", first, "difference", ...others];
  return columnsText([heads, ...rows], heads.map((_, i) => i).slice(1))
    .trimEnd()
    .split("\n");
}

/** Says in a line of each scenario how it stood before its dated changes and after they have settled. */
function aroundLinesOf(runs: readonly SummaryInput[], width: number): string[] {
  return runs.flatMap(({ plan, around }) => {
    const about = runs.length === 1 ? "" : plan.scenario;
    const text = around === null ? "" : aroundSentence(around, about, width);
    return text === "" ? [] : [shorten(about === "" ? capitalised(text) : text, width)];
  });
}

function closingLines(runs: readonly SummaryInput[], width: number): string[] {
  const alike = comparable(runs);
  const unlike = alike.length < runs.length ? unlikeTexts(runs).slice(0, 1) : [];
  const conclusion = alike.length === 2 ? conclusionOf(alike[0], alike[1]) : null;
  const texts = [...unlike, conclusion ?? answerOf(alike)];
  return wrap(texts.join(" "), width);
}

function noteLines(runs: readonly SummaryInput[], { seed, width, first = [] }: BriefFacts): string[] {
  const counts = [...new Set(runs.map(({ results }) => results.length))];
  if (counts.every((count) => count < 2))
    return wrap(`One replication, seed ${seed}: chance cannot be told. Take --replications 100.`, width);
  const many = counts.map((count) => countText(count, "replication")).join(", ");
  const notKnown = first.length === 0 ? "not what nobody knows" : "what is not known stands above";
  return wrap(`Intervals: chance alone (${many}, seed ${seed}), ${notKnown}.`, width);
}
