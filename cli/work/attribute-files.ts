import { attributedPeople } from "../../sim/findings/attributed-people.ts";
import { attributedMetrics } from "../../sim/findings/attribution.ts";
import { ATTRIBUTED_PEOPLE, attributedPeopleTable } from "../../sim/tables/attributed-people.ts";
import { ATTRIBUTION, attributionTable, type BetweenScenarios } from "../../sim/tables/attribution.ts";
import { ATTRIBUTE_TABLES } from "../../sim/tables/declarations.ts";
import { DIFFERENCES, differenceTable } from "../../sim/tables/differences.ts";
import type { Format } from "../results/formats.ts";
import { type AttributedScenarios, worldRuns } from "./attribute-all.ts";
import { type RunFile, type TableFilesOptions, type TableMaker, tableFiles } from "./run-files.ts";

/**
 * Lists the tables of an attribution as files: why two scenarios differ, and what `run` writes of each
 * world.
 */
export function attributeFiles(
  attributed: AttributedScenarios,
  formats: readonly Format[],
  options: Omit<TableFilesOptions, "more" | "explained"> = {},
): readonly RunFile[] {
  const runs = worldRuns(attributed);
  const between = betweenOf(attributed);
  const more: readonly TableMaker[] = [
    [ATTRIBUTION, () => [attributionTable(between, attributedMetrics(runs, attributed.orders))]],
    [
      ATTRIBUTED_PEOPLE,
      () => [attributedPeopleTable(between, attributedPeople(attributed.people, attributed.changes))],
    ],
    [DIFFERENCES, () => [differenceTable(runs[0], runs.slice(-1))]],
  ];
  return tableFiles(runs, formats, { ...options, more, explained: ATTRIBUTE_TABLES });
}

/** Names the two scenarios and what lies between them. */
export const betweenOf = ({ mains: [base, other], changes }: AttributedScenarios): BetweenScenarios => ({
  base: base.scenario.name,
  scenario: other.scenario.name,
  changes,
});
