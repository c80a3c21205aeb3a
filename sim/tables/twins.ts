import { MINUTES_PER_DAY } from "../engine/minutes.ts";
import { type FateColumns, NOT_REFERRED } from "../measures/fates.ts";
import type { Twins } from "../measures/twins.ts";
import { END_REASONS } from "../model/events.ts";
import { BASE, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { Cell, TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of people whose fate differs between two worlds. */
export const TWINS = {
  name: "twins",
  meaning:
    "The same people in two worlds, those whose fate differs, in the first replications: cells of a world in which a person was not referred are empty",
  columns: [
    BASE,
    SCENARIO,
    integerColumn("replication", "", "Number of the replication"),
    textColumn("patient", "Practice and register number: the same person in every world"),
    integerColumn("episode", "", "Which of the person's episodes, from 1"),
    integerColumn("quintile", "", "Deprivation quintile, 1 the most deprived"),
    ...fateColumns("base", "in the base"),
    ...fateColumns("scenario", "in the scenario"),
  ],
} satisfies TableDeclaration;

function fateColumns<Suffix extends "base" | "scenario">(suffix: Suffix, where: string) {
  return [
    textColumn(`ended_${suffix}`, `How the episode ended ${where}; open if it had not by the end of the run`),
    integerColumn(`contacts_${suffix}`, "contacts", `Contacts ${where}`),
    numberColumn(
      `wait_days_${suffix}`,
      "days",
      `Wait from referral to first contact ${where}; empty without one`,
    ),
    integerColumn(`links_started_${suffix}`, "links", `Links that started ${where}`),
    integerColumn(`needs_${suffix}`, "needs", `Needs ${where}`),
    integerColumn(`needs_met_${suffix}`, "needs", `Needs met ${where}, also after the episode's end`),
  ];
}

/** Holds the twins of a base and another scenario, by their names. */
export interface NamedTwins {
  readonly base: string;
  readonly scenario: string;
  readonly twins: Twins;
}

/** Gives the table of twins some rows at a time: by scenario, replication, then order of request in the base, those referred in the scenario alone last. */
export function* twinTables(all: readonly NamedTwins[], rowsAtOnce: number): Iterable<TableOf<typeof TWINS>> {
  let table = tableBuilder(TWINS);
  let rows = 0;
  for (const { base, scenario, twins } of all) {
    for (const { replication, base: one, other: two } of twins.rows) {
      for (let row = 0; row < one.reason.length; row++) {
        const isInBase = one.reason[row] !== NOT_REFERRED;
        const fates = isInBase ? one : two;
        const names = isInBase ? twins.practices.base : twins.practices.other;
        const patient = `${names[fates.practice[row]]}/${fates.register[row]}`;
        const who = [base, scenario, replication, patient, fates.episode[row], fates.quintile[row] + 1];
        table.add(...who, ...fateCells(one, row), ...fateCells(two, row));
        if (++rows % rowsAtOnce !== 0) continue;
        yield table.build();
        table = tableBuilder(TWINS);
      }
    }
  }
  // A table without a row has its header all the same.
  yield table.build();
}

function fateCells(fates: FateColumns, row: number): Cell[] {
  const reason = fates.reason[row];
  if (reason === NOT_REFERRED) return [null, null, null, null, null, null];
  const wait = fates.waitMinutes[row];
  return [
    reason === 0 ? "open" : END_REASONS[reason - 1],
    fates.contacts[row],
    wait < 0 ? null : wait / MINUTES_PER_DAY,
    fates.started[row],
    fates.needs[row],
    fates.met[row],
  ];
}
