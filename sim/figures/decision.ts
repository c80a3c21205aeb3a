import { shareTexts } from "../ensemble/range-sentence.ts";
import { metricWords } from "../measures/describe-metric.ts";
import { numberText, wholePercentText } from "../words/numbers.ts";
import { readerUnit } from "../words/units.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec, Position, View } from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { numberOf, plotted, type Row, rowsWhere, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { INK, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const DECISION_FIGURE: FigureEntry = {
  name: "decision",
  heading: "What published figures teach of the decision",
  shows: "the range of each difference before any published figure was used, and over the sets that fit them",
  tables: ["before_after"],
  needs: { before_after: [] },
  behind: [{ table: "before_after", groupBy: ["all"] }],
  make: decisionFigure,
};

/** Whom the title is about. */
const PEOPLE = "people.reached_3";
const RELATIVE = "relative difference";
/** Scenarios that have room below one another. */
const MOST = 3;
const LABELS = 240;
const SHORT_LABELS = 70;
/** Room at the right for words. */
const WORDS = 120;

/** Draws how widely differences from the base are known before and after published figures are used. */
function decisionFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const own = shownScenarios(input, choice).map(({ name }) => name);
  const all = rowsWhere(input, "before_after");
  const scenarios = [...new Set(all.map((row) => textOf(row, "scenario")))]
    .filter((name) => own.includes(name))
    .slice(0, MOST);
  const rows = all.filter((row) => scenarios.includes(textOf(row, "scenario")) && isShown(row, all));
  const texts = {
    title: findingOf(rows),
    shows:
      "Grey: between which the difference from the base lies in nine of ten sets of values over the ranges of " +
      "the evidence. Blue: the same in nine of ten sets that fit the published figures. What is left is the " +
      "second width over the first, with its 95 % interval in brackets.",
    basis: basisWords(
      input,
      shownScenarios(input, choice),
      "widths are of means, not intervals of one mean; chance within the model is taken off",
    ),
    read: rows.map(wordsOf).join(" "),
  };
  if (rows.length === 0)
    return wholeFigure(texts, [emptyPanel("No difference has a range.", { width: WIDTH })], WIDTH);
  const metrics = [...new Set(rows.map((row) => textOf(row, "metric")))];
  const panels = metrics.map((metric) => panel(rows.filter((row) => textOf(row, "metric") === metric)));
  return wholeFigure(texts, panels, WIDTH);
}

/** Says whether a row is drawn: of what may differ, and of what is told both ways the share of the base. */
function isShown(row: Row, all: readonly Row[]): boolean {
  if (numberOf(row, "left") === null) return false;
  if (textOf(row, "of") === RELATIVE) return true;
  return !all.some(
    (other) => textOf(other, "metric") === textOf(row, "metric") && textOf(other, "of") === RELATIVE,
  );
}

function findingOf(rows: readonly Row[]): string {
  const row = rows.find((one) => textOf(one, "metric") === PEOPLE) ?? rows[0];
  if (row === undefined) return "No difference has a range before and after.";
  const name = textOf(row, "scenario");
  const [before, after] = ["before", "after"].map((side) => betweenText(row, side));
  const what =
    textOf(row, "metric") === PEOPLE ? "who reach three contacts" : metricWords(textOf(row, "metric"));
  return `${name}: ${after} ${what}; before published figures were used, ${before}: ${narrowingOf(row)}.`;
}

/** Says whether published figures narrow a range. */
function narrowingOf(row: Row): string {
  const [left, low, high] = ["left", "left_low", "left_high"].map((column) => numberOf(row, column));
  if (left === null || low === null || high === null || (low <= 1 && high >= 1))
    return "whether they narrow it cannot be told";
  return `they ${left < 1 ? "narrow" : "widen"} it to ${wholePercentText(left)} of its width`;
}

/** A row in the unit of a reader: of shares of the base, in percent of it. */
function scaled(row: Row) {
  const metric = textOf(row, "metric");
  const isRelative = textOf(row, "of") === RELATIVE;
  const unit = readerUnit(textOf(row, "unit"));
  const of = (column: string): number => (numberOf(row, column) ?? 0) * unit.factor;
  return {
    title: `${metricWords(metric)}, difference, ${isRelative ? "% of the base" : unit.difference}`,
    ...{ of, decimals: unit.decimals },
  };
}

/** Says what is left of a width, with its interval; nothing where there was none. */
function leftText(row: Row): string {
  const [left, low, high] = ["left", "left_low", "left_high"].map((column) => numberOf(row, column));
  if (left === null) return "";
  const interval =
    low === null || high === null ? "" : ` (${numberText(100 * low, 0)} to ${numberText(100 * high, 0)})`;
  return `${wholePercentText(left)} left${interval}`;
}

/** Writes the ends of a range before or after; of people as shares of the base. */
function betweenText(row: Row, side: string): string {
  const { of, decimals } = scaled(row);
  const [low, high] = [of(`${side}_low`), of(`${side}_high`)];
  if (textOf(row, "of") === RELATIVE) return shareTexts(low / 100, high / 100) ?? "as many";
  return `${numberText(low, decimals)} to ${numberText(high, decimals)}`;
}

const wordsOf = (row: Row): string =>
  `${textOf(row, "scenario")}, ${scaled(row).title}: before ${betweenText(row, "before")}, after ` +
  `${betweenText(row, "after")}.`;

/** Draws one metric of every scenario, on a scale of its own. */
function panel(rows: readonly Row[]): View {
  const isOne = rows.length === 1;
  const values = rows.flatMap((row) => {
    const { of } = scaled(row);
    const name = isOne ? "" : `${textOf(row, "scenario")}, `;
    const line = (when: string, side: string, words: string) => ({
      ...{ label: `${name}${when}`, when, words },
      ...{ low: plotted(of(`${side}_low`)), high: plotted(of(`${side}_high`)) },
    });
    return [line("before", "before", ""), line("after", "after", leftText(row))];
  });
  const x: Position = {
    field: "low",
    type: "quantitative",
    scale: { zero: true, nice: true },
    axis: { title: scaled(rows[0]).title, tickCount: 5, grid: true },
  };
  const y = {
    field: "label",
    type: "nominal",
    sort: values.map(({ label }) => label),
    axis: { title: null, grid: false, labelLimit: LABELS },
  } as const;
  const width = WIDTH - (isOne ? SHORT_LABELS : LABELS) - WORDS;
  return {
    width,
    height: { step: 22 },
    data: { values },
    layer: [
      {
        mark: { type: "bar", height: 10 },
        encoding: {
          y,
          x,
          x2: { field: "high" },
          color: {
            field: "when",
            type: "nominal",
            scale: { domain: ["before", "after"], range: [MUTED, SCENARIO_COLOURS[0]] },
            legend: null,
          },
        },
      },
      { mark: { type: "rule", color: INK }, encoding: { x: { datum: 0, type: "quantitative" } } },
      {
        mark: { type: "text", align: "left", dx: 8, color: INK },
        encoding: { y, x: { value: width }, text: { field: "words" } },
      },
    ],
  } as View;
}
