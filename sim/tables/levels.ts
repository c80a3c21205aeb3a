import type { TestedLevel } from "../experiment/level-tester.ts";
import { meanOf } from "../findings/estimates.ts";
import { ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares what a goal is, and how it stands at a value or at a combination. */
export const GOAL_COLUMNS = [
  textColumn("metric", "The metric by which the goal is judged"),
  textColumn("unit", "Unit of the numbers in this row"),
  textColumn("bound", "at least or at most"),
  numberColumn("target", ROW_UNIT, "What the goal asks for"),
  integerColumn("n", "replications", "Replications that were simulated"),
  numberColumn("mean", ROW_UNIT, "Mean over the replications"),
  numberColumn("low", ROW_UNIT, "Lower bound of the mean, which holds however often one looks"),
  numberColumn("high", ROW_UNIT, "Upper bound of it: chance within the model"),
  textColumn("meets", "yes if the goal is met there, else no"),
  textColumn("sure", "yes if the bounds say so, no if the mean alone does"),
];

/** Declares the table of the values of one lever that were simulated against goals. */
export const LEVELS = {
  name: "levels",
  meaning:
    "The values of a lever at which goals were judged, each with bounds that hold however often one looks, " +
    "and the two between which the goal comes to be met",
  columns: [
    SCENARIO,
    textColumn("lever", "Path of the lever"),
    integerColumn("level", "", "Place of the value among those asked for, from 1"),
    textColumn("value", "The value, as it was asked for"),
    numberColumn("at", "as the value is written", "The value as a number; empty where it is none"),
    numberColumn("fte", "full-time equivalents", "Posts of the first day"),
    ...GOAL_COLUMNS,
    numberColumn("of_referred", ROW_UNIT, "Mean of the same share of those referred alone"),
    numberColumn("cost", "GBP a year", "What the programme costs a year"),
    textColumn(
      "mark",
      "least: the least that meets the goals; below: the step below it, which fails; tips: one of the two " +
        "values between which it tips; empty for others",
    ),
  ],
} satisfies TableDeclaration;

/** A value of a lever that was simulated, as the table has it. */
export interface LevelRow {
  readonly tested: TestedLevel;
  readonly value: string;
  readonly fte: number;
  readonly mark: "least" | "below" | "tips" | "";
}

/** What is said of all values of a lever. */
export interface LevelsOf {
  readonly scenario: string;
  readonly lever: string;
  /** Years that are measured. */
  readonly years: number;
}

/** Returns the table of the values of a lever that were simulated. */
export function levelsTable(
  { scenario, lever, years }: LevelsOf,
  rows: readonly LevelRow[],
): TableOf<typeof LEVELS> {
  const table = tableBuilder(LEVELS);
  for (const { tested, value, fte, mark } of rows)
    for (const cells of goalCells(tested)) {
      const cost = meanOf(tested, "cost.total");
      table.add({
        scenario,
        lever,
        level: tested.level + 1,
        value,
        at: numberIn(value),
        fte,
        ...cells.row,
        of_referred: cells.ofReferred,
        cost: cost === null ? null : cost / years,
        mark,
      });
    }
  return table.build();
}

/** Gives how each goal stands where it was judged. */
export function goalCells(tested: TestedLevel) {
  return tested.goals.map(({ goal, against: { bounds }, isMet, isSure }) => ({
    ofReferred: goal.ofReferred === null ? null : meanOf(tested, goal.ofReferred),
    row: {
      metric: goal.metric,
      unit: goal.unit,
      bound: goal.bound,
      target: goal.target,
      n: tested.results.length,
      mean: bounds.mean,
      low: bounds.low,
      high: bounds.high,
      meets: isMet ? "yes" : "no",
      sure: isSure ? "yes" : "no",
    },
  }));
}

/** Reads the number at which a value begins: of "x1.2" and "30 minutes" as of "0.5". */
function numberIn(value: string): number | null {
  const found = /^x?(-?\d+(?:\.\d+)?)(?![\d-])/.exec(value)?.[1];
  return found === undefined ? null : Number(found);
}
