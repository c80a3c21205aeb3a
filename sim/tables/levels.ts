import type { LevelOfMembers } from "../ensemble/robust-level.ts";
import { replicationsOf, type TestedLevel } from "../experiment/level-tester.ts";
import { meanOf } from "../findings/estimates.ts";
import { MEMBERS_MEETING } from "../findings/goal.ts";
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
    numberColumn("fte", "full-time equivalents", "Funded posts, the mean over the measured time"),
    ...GOAL_COLUMNS,
    numberColumn("of_referred", ROW_UNIT, "Mean of the same share of those referred alone"),
    numberColumn("cost", "GBP a year", "What the programme costs a year"),
    textColumn(
      "mark",
      "least: the least that meets the goals; below: the step below it, which fails; tips: one of the two " +
        "values between which it tips; empty for others",
    ),
    integerColumn(
      "member",
      "",
      "Member of the ensemble that the row is of; empty without one, and of the share of all members that meet " +
        `the goals (metric ${MEMBERS_MEETING}), whose bounds are the shares that surely do and that may`,
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
        member: null,
      });
    }
  return table.build();
}

/** A value of a lever that was simulated under the members of an ensemble, as the table has it. */
export interface MembersLevelRow extends Omit<LevelRow, "tested"> {
  readonly of: LevelOfMembers;
}

/** Who the members are, and how many of them are to meet the goals. */
export interface LevelsOfMembers extends LevelsOf {
  /** The number of each member, by its place. */
  readonly members: readonly number[];
  /** Share of the members, by weight. */
  readonly share: number;
}

/**
 * Returns the table of values of a lever under the members of an ensemble: of each a row of the share that
 * meets the goals, then each member's rows.
 */
export function membersLevelsTable(
  { scenario, lever, years, members, share }: LevelsOfMembers,
  rows: readonly MembersLevelRow[],
): TableOf<typeof LEVELS> {
  const table = tableBuilder(LEVELS);
  for (const { of, value, fte, mark } of rows) {
    const place = { scenario, lever, level: of.level + 1, value, at: numberIn(value), fte, mark };
    const yearly = (tested: TestedLevel): number | null => {
      const cost = meanOf(tested, "cost.total");
      return cost === null ? null : cost / years;
    };
    table.add({
      ...place,
      metric: MEMBERS_MEETING,
      unit: "share",
      bound: "at least",
      target: share,
      n: replicationsOf(of.members),
      mean: of.met,
      low: of.surely[0],
      high: of.surely[1],
      meets: of.isMet ? "yes" : "no",
      sure: of.isSure ? "yes" : "no",
      of_referred: null,
      cost: null,
      member: null,
    });
    for (const { member, ...tested } of of.members)
      for (const { row, ofReferred } of goalCells(tested))
        table.add({
          ...place,
          ...row,
          of_referred: ofReferred,
          cost: yearly(tested),
          member: members[member],
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
