import { bestPlaces } from "../../sim/experiment/where/best-places.ts";
import { optionScenario } from "../../sim/experiment/where/option-scenario.ts";
import { placesOfAsk, type WhereAsk } from "../../sim/experiment/where/places.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import { WHERE, whereTable } from "../../sim/tables/where.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { whereJson } from "../screen/where-json.ts";
import { whereScreen, whereText } from "../screen/where-screen.ts";
import { yearsOf } from "./plan-lever.ts";
import { refusing } from "./refusing.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanAsk, PlanTask } from "./task.ts";

/** Finds where full-time equivalents are best lost or added. */
export function seekWhere(
  task: PlanTask,
  { change, fte, part }: PlanAsk<"where">,
  named: NamedScenario,
): (options: Seeking) => Promise<Sought> {
  const ask: WhereAsk = { kind: change, fte, ...(part === null ? {} : { part }) };
  refusing(() => placesOfAsk(named, ask));
  return async (options) => {
    const found = await bestPlaces(named, ask, { ...options, replications: task.at_most });
    const shown = { ...found, scenario: named.scenario, seed: task.seed };
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
