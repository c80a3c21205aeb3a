import { openScenario } from "../../cli/scenarios/open-scenario.ts";
import { readEnsembleFolder } from "../../cli/work/ensemble-folder.ts";
import type { EnsembleMember } from "../../sim/ensemble/members-file.ts";
import { simulateMembers } from "../../sim/ensemble/simulate-members.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { rowsOfDifference } from "../../sim/findings/not-known.ts";

/** Replications of each member: the first two give ranges, the others what a member's own effect is. */
export const RANGED = 2;
export const REPLICATIONS = 6;
const [BASE, CUT] = ["glasgow-pilot", "glasgow-pilot-cut"];

export const pilotMembers = (): readonly EnsembleMember[] => readEnsembleFolder(BASE).members;

/**
 * Simulates the pilot and its cut under some members and gives, member by member, by how many more people
 * reach three contacts under the cut in each replication.
 */
export async function cutUnder(
  members: readonly EnsembleMember[],
  how: { readonly replications: number; readonly executor?: Executor },
): Promise<readonly Float64Array[]> {
  const [base, cut] = [openScenario(BASE), openScenario(CUT)];
  const options = { ...how, seed: "left out" };
  return rowsOfDifference(
    await simulateMembers((set) => base.under(set), members, options),
    await simulateMembers((set) => cut.under(set), members, options),
    { metric: "people.reached_3", groupBy: "all", group: "all" },
  );
}
