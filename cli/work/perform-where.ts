import { existsSync } from "node:fs";
import { bestPlaces } from "../../sim/experiment/where/best-places.ts";
import { optionScenario } from "../../sim/experiment/where/option-scenario.ts";
import { placesOfAsk, type WhereAsk } from "../../sim/experiment/where/places.ts";
import { plannedRationale } from "../../sim/findings/planned.ts";
import { messages } from "../messages/index.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { whereJson } from "../screen/where-json.ts";
import { whereScreen, whereText } from "../screen/where-screen.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { warnOf } from "../terminal/warn.ts";
import type { PlanPlace } from "./plan-place.ts";
import { planning } from "./planning.ts";
import { refusing } from "./refusing.ts";
import { writeAnswer } from "./write-answer.ts";

/** What is asked of where posts are lost or added, and where it is simulated. */
export interface WhereRequest extends PlanPlace {
  readonly ask: WhereAsk;
  readonly replications: number;
}

/**
 * Finds where full-time equivalents are best lost or added, shows the ways beside one another and writes the
 * scenario of the best.
 */
export async function performWhere(request: WhereRequest): Promise<void> {
  const { ask, seed, set, replications, output, quiet, json } = request;
  if (output !== undefined && existsSync(output)) throw badInput(messages.planThere(output));
  const [named] = loadAll([request.scenario], set);
  warnOf([named], quiet);
  refusing(() => placesOfAsk(named, ask));
  const found = await planning(request, named, (options) =>
    bestPlaces(named, ask, { ...options, replications }),
  );
  const [best] = found.options;
  const shown = { ...found, scenario: named.scenario, seed };
  if (output !== undefined) {
    const { scenario, ...loaded } = optionScenario(named, ask, found.where, best.allocation);
    const rationale = plannedRationale(whereText(shown), scenario.rationale);
    await writeAnswer(output, { ...loaded, scenario: { ...scenario, rationale } });
  }
  const written = output === undefined ? [] : [messages.whereWritten(output)];
  print(json ? whereJson(shown, packageVersion()) : whereScreen(shown, written));
}
