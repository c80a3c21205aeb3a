import type { StandingOfMembers } from "../ensemble/standing-of-members.ts";
import type { Combination } from "../experiment/frontier.ts";
import { ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { GOAL_COLUMNS, goalCells } from "./levels.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of combinations of two levers. */
export const FRONTIER = {
  name: "frontier",
  meaning:
    "Combinations of two levers in order of their cost: how the goals stand at each, and which of them " +
    "another one surely dominates",
  columns: [
    SCENARIO,
    textColumn("first_lever", "Path of the first lever"),
    textColumn("first_value", "Its value, as it was asked for"),
    textColumn("second_lever", "Path of the second lever"),
    textColumn("second_value", "Its value, as it was asked for"),
    numberColumn("fte", "full-time equivalents", "Funded posts, the mean over the measured time"),
    numberColumn("cost", "GBP a year", "What the combination costs a year"),
    ...GOAL_COLUMNS,
    numberColumn(
      "members_met",
      "share",
      "Share of the members of an ensemble, by weight, that meet every goal, by their means; empty without one, " +
        "and for combinations that another dominates",
    ),
    numberColumn("members_low", ROW_UNIT, "Minimum of the means of the goal over these members"),
    numberColumn("members_high", ROW_UNIT, "Maximum of them"),
    textColumn("dominated", "yes if another one surely costs no more and does better, else no"),
    textColumn(
      "mark",
      "cheapest: the cheapest that meets the goals; enough: the cheapest with which enough members of an " +
        "ensemble do; best: the best for the sum that may be spent; as_good: " +
        "what may be as good for it; several with commas; empty for others",
    ),
  ],
} satisfies TableDeclaration;

/** A combination that was simulated, as the table has it. */
export interface FrontierRow {
  readonly combination: Combination;
  readonly values: readonly [first: string, second: string];
  readonly fte: number;
  /** How the members of an ensemble stand there; null where they were not asked. */
  readonly standing: StandingOfMembers | null;
  readonly marks: readonly ("cheapest" | "enough" | "best" | "as_good")[];
}

/** Returns the table of combinations of two levers. */
export function frontierTable(
  {
    scenario,
    levers: [first, second],
  }: { readonly scenario: string; readonly levers: readonly [string, string] },
  rows: readonly FrontierRow[],
): TableOf<typeof FRONTIER> {
  const table = tableBuilder(FRONTIER);
  for (const { combination, values, fte, standing, marks } of rows)
    for (const [goal, { row }] of goalCells(combination).entries())
      table.add({
        scenario,
        first_lever: first,
        first_value: values[0],
        second_lever: second,
        second_value: values[1],
        fte,
        cost: combination.cost,
        ...row,
        members_met: standing?.met ?? null,
        // Ends are of the first goal.
        members_low: goal === 0 ? (standing?.between?.[0] ?? null) : null,
        members_high: goal === 0 ? (standing?.between?.[1] ?? null) : null,
        dominated: combination.isDominated ? "yes" : "no",
        mark: marks.join(","),
      });
  return table.build();
}
