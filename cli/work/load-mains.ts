import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { warnOf } from "../terminal/warn.ts";
import type { Place } from "./place.ts";

/** Loads the scenarios of a task with what is laid over them, and says what is odd about them. */
export function loadMains(
  scenarios: readonly string[],
  set: readonly string[],
  { quiet }: Pick<Place, "quiet">,
): readonly NamedScenario[] {
  const mains = loadAll(scenarios, set);
  warnOf(mains, quiet);
  return mains;
}
