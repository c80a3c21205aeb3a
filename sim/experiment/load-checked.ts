import * as files from "../scenario/load.ts";
import type { ScenarioSources } from "../scenario/sources.ts";
import { checkScenario } from "./check-layout.ts";

/**
 * Loads and checks a scenario, a file or a folder with scenario.yaml; throws a ScenarioError with every
 * problem, in the order of the files: also one of what its model could not do, or of nobody who works there.
 */
export function loadScenario(
  entryPath: string,
  sources: ScenarioSources,
  options: files.LoadOptions = {},
): files.LoadedScenario {
  return readScenario(entryPath, sources)(options.set);
}

/**
 * Reads the files of a scenario once and returns what loads it under any changes, as `loadScenario` does:
 * for the many points of a sweep.
 */
export function readScenario(
  entryPath: string,
  sources: ScenarioSources,
): (set?: readonly string[]) => files.LoadedScenario {
  const load = files.readScenario(entryPath, sources);
  return (set) => {
    const loaded = load(set);
    return { ...loaded, warnings: [...loaded.warnings, ...checkScenario(loaded)] };
  };
}
