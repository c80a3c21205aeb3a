import { isNewService, startsOf } from "../../sim/findings/start-of-run.ts";
import { durationText } from "../../sim/words/durations.ts";
import { messages } from "../messages/index.ts";
import { seriesWords } from "../screen/series-words.ts";
import type { ScenarioRun } from "./replicate-all.ts";

/**
 * Says that a run's start is still moving and in what; undefined if it is not, or if the scenario means to
 * begin with a new service.
 */
export function movingStart(run: ScenarioRun): string | undefined {
  const { scenario } = run.named;
  if (isNewService(scenario)) return undefined;
  const moving = startsOf(run, scenario).filter(({ isMoving }) => isMoving);
  if (moving.length === 0) return undefined;
  return messages.startMoving(
    scenario.name,
    run.named.argument,
    moving.map(seriesWords),
    durationText(scenario.warm_up),
  );
}
