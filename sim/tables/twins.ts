import { NOT_REFERRED } from "../measures/fates.ts";
import type { Twins } from "../measures/twins.ts";
import { BASE, SCENARIO } from "./common-columns.ts";
import { fateAt } from "./fates-in-words.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of people whose fate differs between two worlds. */
export const TWINS = {
  name: "twins",
  meaning:
    "The same people in two worlds, those whose fate differs, in the first replications: cells of a " +
    "world in which a person was not referred are empty",
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

/**
 * Gives the table of twins some rows at a time: by scenario, replication, then order of request in the base,
 * those referred in the scenario alone last.
 */
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
        const ofBase = fateAt(one, row) ?? NO_FATE;
        const ofScenario = fateAt(two, row) ?? NO_FATE;
        table.add({
          base,
          scenario,
          replication,
          patient,
          episode: fates.episode[row],
          quintile: fates.quintile[row] + 1,
          ended_base: ofBase.ended,
          contacts_base: ofBase.contacts,
          wait_days_base: ofBase.waitDays,
          links_started_base: ofBase.linksStarted,
          needs_base: ofBase.needs,
          needs_met_base: ofBase.needsMet,
          ended_scenario: ofScenario.ended,
          contacts_scenario: ofScenario.contacts,
          wait_days_scenario: ofScenario.waitDays,
          links_started_scenario: ofScenario.linksStarted,
          needs_scenario: ofScenario.needs,
          needs_met_scenario: ofScenario.needsMet,
        });
        if (++rows % rowsAtOnce !== 0) continue;
        yield table.build();
        table = tableBuilder(TWINS);
      }
    }
  }
  // A table without a row has its header all the same.
  yield table.build();
}

const NO_FATE = {
  ended: null,
  contacts: null,
  waitDays: null,
  linksStarted: null,
  needs: null,
  needsMet: null,
} as const;
