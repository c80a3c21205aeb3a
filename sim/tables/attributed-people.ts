import type { AttributedPeople } from "../findings/attributed-people.ts";
import type { BetweenScenarios } from "./attribution.ts";
import { BASE, intervalColumns, N, SCENARIO } from "./common-columns.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of people whom changes lose something or gain it, alone or together. */
export const ATTRIBUTED_PEOPLE = {
  name: "attributed_people",
  meaning:
    "How many people lose or gain something between two scenarios, by which changes do it alone, each by " +
    "itself, or only together: lost less gained is the difference of people, exactly",
  columns: [
    BASE,
    SCENARIO,
    textColumn("what", "What is lost or gained: seen (a first contact) or reached_3 (three contacts)"),
    textColumn("lost_or_gained", "lost or gained, from the base to the scenario"),
    textColumn("because", "The changes that do it: one alone, any of several, or several only together"),
    textColumn("group_by", "What the people are grouped by; all for everybody"),
    textColumn("group", "The group; all for everybody"),
    { ...N, meaning: "Replications" },
    numberColumn("people", "people", "Mean over replications"),
    ...intervalColumns("people"),
  ],
} satisfies TableDeclaration;

/** Returns the table of people by what their loss or gain is due to. */
export function attributedPeopleTable(
  { base, scenario }: Pick<BetweenScenarios, "base" | "scenario">,
  rows: readonly AttributedPeople[],
): TableOf<typeof ATTRIBUTED_PEOPLE> {
  const table = tableBuilder(ATTRIBUTED_PEOPLE);
  for (const { outcome, change, because, groupBy, group, people } of rows)
    table.add({
      base,
      scenario,
      what: outcome,
      lost_or_gained: change,
      because,
      group_by: groupBy,
      group,
      n: people.n,
      people: people.mean,
      ci_low: people.ciLow,
      ci_high: people.ciHigh,
    });
  return table.build();
}
