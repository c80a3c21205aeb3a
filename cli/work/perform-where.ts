import { existsSync } from "node:fs";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { bestPlaces } from "../../sim/experiment/where/best-places.ts";
import { optionScenario } from "../../sim/experiment/where/option-scenario.ts";
import { placesOfAsk, type WhereAsk } from "../../sim/experiment/where/places.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { loadAll } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { whereJson } from "../screen/where-json.ts";
import { whereScreen } from "../screen/where-screen.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { warnOf } from "../terminal/warn.ts";
import type { PlanPlace } from "./plan-place.ts";
import { refusalOf, refusing } from "./refusing.ts";
import { explained } from "./replicate-all.ts";
import { openWorkbench } from "./workbench.ts";
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
  const { ask, seed, set, replications, output, quiet, json, store, workers } = request;
  if (output !== undefined && existsSync(output)) throw badInput(messages.planThere(output));
  const [named] = loadAll([request.scenario], set);
  warnOf([named], quiet);
  refusing(() => placesOfAsk(named, ask));
  const place = { store, workers, quiet, json, out: undefined, forgetsStore: false, shard: undefined };
  const bench = await openWorkbench({ ...place, onError: "stop", shows: true, reports: false, full: false });
  const progress = await openProgress(quiet);
  try {
    progress.start(0);
    const found = await bestPlaces(named, ask, {
      seed,
      replications,
      executor: bench.executor,
      onReplication: () => progress.done(),
      onMore: (count) => progress.more(count),
    });
    progress.stop();
    await bench.finish();
    const shown = { ...found, scenario: named.scenario, seed };
    const [best] = found.options;
    const written = output === undefined ? [] : [messages.whereWritten(output)];
    if (output !== undefined)
      await writeAnswer(output, optionScenario(named, ask, found.where, best.allocation));
    print(json ? whereJson(shown, packageVersion()) : whereScreen(shown, written));
  } catch (failure) {
    if (failure instanceof ScenarioError) throw refusalOf(failure);
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, [named], { seed, set }));
  } finally {
    progress.stop();
    await bench.close();
  }
}
