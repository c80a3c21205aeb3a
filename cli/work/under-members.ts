import { setBeside } from "../../sim/ensemble/laid-over.ts";
import { checkLayout } from "../../sim/experiment/check-layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { PlanEnsemble } from "./ensemble-task.ts";
import { inScenario } from "./plan-lever.ts";
import { refusing } from "./refusing.ts";

/**
 * Gives what loads a scenario at a value or combination of levers, by its place, under a member, but for what
 * it states itself; refuses members under which it cannot be laid out at some places.
 */
export function underMembers(
  named: NamedScenario,
  { members, stated }: PlanEnsemble,
  at: (level: number, under: readonly string[]) => LoadedScenario,
  tried: readonly number[],
): (level: number, member: number) => LoadedScenario {
  const own = stated.find(({ scenario }) => scenario === named.scenario.name)?.paths ?? [];
  const under = (level: number, member: number): LoadedScenario =>
    at(level, setBeside(members[member].set, own));
  refusing(() => {
    for (const member of members.keys())
      for (const level of tried) inScenario(named, () => checkLayout(under(level, member)));
  });
  return under;
}
