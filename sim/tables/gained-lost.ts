import { gainedAndLost } from "../findings/gained-lost.ts";
import { BASE, intervalColumns, N, SCENARIO } from "./common-columns.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";
import type { NamedTwins } from "./twins.ts";

/** Declares the table of who gained and who lost, in people. */
export const GAINED_LOST = {
  name: "gained_lost",
  meaning:
    "How many people of practices that both worlds have gained and how many lost something between them, " +
    "person by person over all replications: the net difference hides that both happen",
  columns: [
    BASE,
    SCENARIO,
    textColumn("what", "What was gained or lost"),
    textColumn(
      "meaning",
      "Of the person, in the scenario and not in the base (gained), or in the base and not in the " +
        "scenario (lost)",
    ),
    textColumn("group_by", "What the people are grouped by; all for everybody"),
    textColumn("group", "The group; all for everybody"),
    { ...N, meaning: "Replications" },
    numberColumn("referred", "people", "Episodes of people referred in either world; mean over replications"),
    numberColumn("differ", "people", "Of them, those whose fate differs in anything; mean over replications"),
    numberColumn("gained", "people", "Those who gained; mean over replications"),
    numberColumn("lost", "people", "Those who lost; mean over replications"),
    numberColumn("net", "people", "Gained - lost; mean over replications"),
    ...intervalColumns("people"),
  ],
} satisfies TableDeclaration;

/** Returns the table of who gained and who lost. */
export function gainedLostTable(all: readonly NamedTwins[]): TableOf<typeof GAINED_LOST> {
  const table = tableBuilder(GAINED_LOST);
  for (const { base, scenario, twins } of all) {
    for (const row of gainedAndLost(twins.counts)) {
      const { groupBy, net, ...counted } = row;
      table.add({
        base,
        scenario,
        group_by: groupBy,
        n: net.n,
        net: net.mean,
        ci_low: net.ciLow,
        ci_high: net.ciHigh,
        ...counted,
      });
    }
  }
  return table.build();
}
