import { setBeside } from "../../sim/ensemble/laid-over.ts";
import { bestPlaces } from "../../sim/experiment/where/best-places.ts";
import { optionScenario } from "../../sim/experiment/where/option-scenario.ts";
import { placesOfAsk, type WhereAsk } from "../../sim/experiment/where/places.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { WHERE, whereTable } from "../../sim/tables/where.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { whereJson } from "../screen/where-json.ts";
import { whereScreen, whereText } from "../screen/where-screen.ts";
import type { PlanEnsemble } from "./ensemble-task.ts";
import { yearsOf } from "./plan-lever.ts";
import { refusing } from "./refusing.ts";
import type { Seeking, Sought } from "./sought.ts";
import { loadOfResolved } from "./sweep-work.ts";
import type { PlanAsk, PlanTask } from "./task.ts";

/** Finds where full-time equivalents are best lost or added. */
export function seekWhere(
  task: PlanTask,
  { change, fte, part }: PlanAsk<"where">,
  named: NamedScenario,
): (options: Seeking) => Promise<Sought> {
  const under = task.ensemble === undefined ? undefined : underInTurn(named, task.ensemble);
  const ask: WhereAsk = { kind: change, fte, ...(part === null ? {} : { part }) };
  refusing(() => placesOfAsk(named, ask));
  return async (options) => {
    const replications = Math.min(task.at_most, under?.length ?? task.at_most);
    const found = await bestPlaces(named, ask, {
      ...{ ...options, replications },
      ...(under === undefined ? {} : { under }),
    });
    const sets = under === undefined ? null : { simulated: replications, of: task.ensemble?.of ?? 0 };
    const shown = { ...found, scenario: named.scenario, seed: task.seed, sets };
    const { scenario, ...loaded } = optionScenario(named, ask, found.where, found.options[0].allocation);
    const rationale = plannedRationale(whereText(shown), scenario.rationale);
    const of = { scenario: named.scenario.name, years: yearsOf(named) };
    return {
      screen: (last) => whereScreen(shown, last),
      json: (version) => whereJson(shown, version),
      tables: [[WHERE, () => [whereTable(found, of)]]],
      points: found.simulated.map((one, i) => ({ ...one, point: i + 1 })),
      answer: { loaded: { ...loaded, scenario: { ...scenario, rationale } }, told: messages.whereWritten },
      isMet: true,
    };
  };
}

/**
 * Gives the scenario under each member that was drawn, in turn and as often as it was, but for what the
 * scenario states itself: each stands for one replication.
 */
function underInTurn(named: NamedScenario, { members, stated }: PlanEnsemble): readonly LoadedScenario[] {
  const load = loadOfResolved(resolvedYaml(named));
  const own = stated.find(({ scenario }) => scenario === named.scenario.name)?.paths ?? [];
  const loaded = members.map(({ set }) => load(setBeside(set, own)));
  const sums: number[] = [];
  for (const { weight } of members) sums.push((sums[sums.length - 1] ?? 0) + weight);
  const times = Math.round(sums[sums.length - 1]);
  return Array.from({ length: times }, (_, i) => loaded[sums.findIndex((sum) => sum > i + 0.5 - ROUNDING)]);
}

/** Weights are sums of parts, which round. */
const ROUNDING = 1e-9;
