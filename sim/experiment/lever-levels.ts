import { type Goal, heldTo } from "../findings/goal.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import type { Levels } from "./level-tester.ts";

/**
 * Makes the levels of a lever of what loads a scenario under `PATH=VALUE` changes, such as `under` of a
 * scenario that was opened: the scenario at each value, held to the goals, so that these are measured.
 */
export function leverLevels(
  under: (set: readonly string[]) => LoadedScenario,
  path: string,
  values: readonly string[],
  goals: readonly Goal[],
): Levels {
  return {
    count: values.length,
    at: (level) => {
      const loaded = under([`${path}=${values[level]}`]);
      return { ...loaded, scenario: heldTo(loaded.scenario, goals) };
    },
  };
}
