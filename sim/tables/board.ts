import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import {
  type BoardDifference,
  type BoardLine,
  type BoardNumber,
  boardDifference,
  boardLine,
  boardLines,
  boardNumber,
} from "../findings/board.ts";
import {
  boardIntervalText,
  boardTexts,
  decimalsBeside,
  decimalsOf,
  differenceWords,
} from "../findings/difference-words.ts";
import type { EnsembleWidths } from "../findings/not-known.ts";
import { type PoundsAPerson, poundsAPerson, poundsLabel, poundsText } from "../findings/pounds-a-person.ts";
import { type SimulatedTime, unlikeTimes } from "../findings/unlike-worlds.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { BASE, SCENARIO } from "./common-columns.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import { withColumns } from "./not-known-columns.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

const UNIT = "as in column unit";

/** Declares the table that a board reads: some 25 rows with labels, in the units of readers. */
export const BOARD = {
  name: "board",
  meaning:
    "What a board looks at, about 25 rows a scenario in readers' units (%, weeks, GBP): each scenario " +
    "beside the first one, or alone where it has none beside it; rounded as the intervals allow",
  columns: [
    textColumn("label", "What the number is, in words"),
    { ...BASE, meaning: "Scenario that it is compared with; empty for one that stands alone" },
    SCENARIO,
    numberColumn("base_value", UNIT, "Mean over replications in the base; empty for one that stands alone"),
    numberColumn("scenario_value", UNIT, "Mean over replications in the scenario"),
    numberColumn("difference", UNIT, "Scenario - base, in points where the numbers are in %"),
    numberColumn(
      "ci_low",
      UNIT,
      "Lower bound of the 95 % interval of the difference, or of the mean where a scenario stands alone: " +
        "chance within the model",
    ),
    numberColumn("ci_high", UNIT, "Upper bound of it"),
    textColumn("unit", "Unit in which people read it"),
    textColumn("in_words", "The difference in words, with how sure it is; the number where it stands alone"),
  ],
} satisfies TableDeclaration;

type BoardColumn = (typeof BOARD)["columns"][number];

/** Declares that table where an ensemble was used: with what is not known. */
export const BOARD_OF_ENSEMBLE = withColumns<BoardColumn>(BOARD, [
  numberColumn(
    "range_low",
    UNIT,
    "What is not known of the difference, or of the mean where a scenario stands alone, lower end: 5th " +
      "centile of the members of the ensemble; not chance",
  ),
  numberColumn("range_high", UNIT, "Upper end of it: 95th centile"),
]);

/** A run with the time that it simulates, by which it is comparable with others or not. */
export interface BoardRun extends ScenarioResults {
  readonly time: SimulatedTime;
}

/**
 * Returns the table of a board: of one run its numbers, of several each beside the first; with an ensemble
 * also the range of what is not known.
 */
export function boardTable(runs: readonly BoardRun[], widths?: EnsembleWidths): TableOf<typeof BOARD> {
  const table = widths === undefined ? tableBuilder(BOARD) : tableBuilder(BOARD_OF_ENSEMBLE);
  const [base, ...others] = runs;
  const lines = boardLines(runs);
  const shown = others.length === 0 ? [base] : others;
  for (const run of shown) {
    const isBeside = run !== base && unlikeTimes(base.time, run.time).length === 0;
    for (const line of lines.flatMap((of) => (of.metric === COST ? [of, yearly(of, run)] : [of])))
      table.add({
        ...(isBeside ? besideRow(base, run, line) : aloneRow(run, line)),
        ...(widths === undefined ? {} : rangeCells(widths, isBeside ? base : null, run, line)),
      });
    const pounds = isBeside ? poundsAPerson(base, run) : null;
    if (pounds !== null)
      table.add({ ...poundsRow(base, run, pounds), ...(widths === undefined ? {} : NO_RANGE) });
  }
  return table.build();
}

const COST = "cost.total";
const NO_RANGE = { range_low: null, range_high: null };

/** Gives a line of money over the run as one of money a year. */
const yearly = (line: BoardLine, { time }: BoardRun): BoardLine => ({
  ...line,
  label: `${line.label} a year`,
  factor: (line.factor * MINUTES_PER_YEAR) / time.horizon,
});

function poundsRow(base: BoardRun, run: BoardRun, pounds: PoundsAPerson): BoardCells {
  const line = boardLine(COST);
  const round = rounding(decimalsOf(pounds, line));
  return {
    label: poundsLabel(pounds),
    base: base.plan.scenario,
    scenario: run.plan.scenario,
    base_value: null,
    scenario_value: null,
    difference: round(pounds.mean),
    ci_low: round(pounds.low),
    ci_high: round(pounds.high),
    unit: line.unit,
    in_words: poundsText(pounds),
  };
}

type BoardCells = Parameters<ReturnType<typeof tableBuilder<(typeof BOARD)["columns"][number]>>["add"]>[0];

function aloneRow(run: BoardRun, line: BoardLine): BoardCells {
  const number = boardNumber(run, line);
  const round = rounding(decimalsOf(number, line));
  const [text] = boardTexts([number], line);
  const interval = boardIntervalText(number, line);
  return {
    label: line.label,
    base: "",
    scenario: run.plan.scenario,
    base_value: null,
    scenario_value: round(number.mean),
    difference: null,
    ci_low: round(number.low),
    ci_high: round(number.high),
    unit: line.unit,
    in_words: `${text} ${line.unit}${interval === "" ? "" : ` (${interval})`}`,
  };
}

function besideRow(base: BoardRun, run: BoardRun, line: BoardLine): BoardCells {
  const numbers: readonly BoardNumber[] = [base, run].map((one) => boardNumber(one, line));
  const difference: BoardDifference = boardDifference(base, run, line);
  const decimals = decimalsBeside(numbers, line);
  const [baseValue, value] = numbers.map(({ mean }, i) => rounding(decimals[i])(mean));
  const round = rounding(decimalsOf(difference, line));
  return {
    label: line.label,
    base: base.plan.scenario,
    scenario: run.plan.scenario,
    base_value: baseValue,
    scenario_value: value,
    difference: round(difference.mean),
    ci_low: round(difference.low),
    ci_high: round(difference.high),
    unit: line.unit,
    in_words: differenceWords(base, run, line),
  };
}

/** Gives the cells of a range, rounded as its own width allows. */
function rangeCells(widths: EnsembleWidths, base: BoardRun | null, run: BoardRun, line: BoardLine) {
  const { scenario } = run.plan;
  const range =
    base === null
      ? widths.ofMean(scenario, line)
      : widths.ofDifference(base.plan.scenario, scenario, line, null);
  const [low, high] = [range?.rangeLow ?? null, range?.rangeHigh ?? null].map((end) =>
    end === null ? null : end * line.factor,
  );
  const round = rounding(decimalsOf({ mean: null, low, high }, line));
  return { range_low: round(low), range_high: round(high) };
}

/** Rounds to so many decimals; fewer than none round to tens, hundreds and so on. */
function rounding(decimals: number): (value: number | null) => number | null {
  const unit = Number(`1e${Math.max(0, -decimals)}`);
  return (value) => {
    if (value === null || !Number.isFinite(value)) return null;
    const size = Math.abs(value);
    const rounded = decimals >= 0 ? Number(size.toFixed(decimals)) : Math.round(size / unit) * unit;
    return value < 0 && rounded !== 0 ? -rounded : rounded;
  };
}
