import { drawMembers } from "../../sim/ensemble/drawn-members.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { say } from "../terminal/print.ts";
import type { PlanEnsemble } from "./ensemble-task.ts";
import { readEnsemble } from "./ensemble-work.ts";

/** Says which ensemble a plan is to hold under, and in how many of its members. */
export interface AskedPlanEnsemble {
  readonly folder: string;
  readonly share: number;
}

/**
 * Reads an ensemble and draws the members that a plan asks; lists the paths that the scenario states itself.
 */
export async function readPlanEnsemble(
  { folder, share }: AskedPlanEnsemble,
  named: NamedScenario,
  { seed, quiet }: { readonly seed: string; readonly quiet: boolean },
): Promise<PlanEnsemble> {
  const { members, stated } = await readEnsemble({ folder, replications: 2 }, [named], true);
  if (!quiet) for (const { scenario, paths } of stated) say(messages.statedBeside(scenario, paths));
  const drawn = drawMembers(members, seed);
  return {
    folder,
    members: drawn.map(({ set, ...member }) => ({ ...member, set: [...set] })),
    stated,
    share,
    of: members.length,
  };
}
