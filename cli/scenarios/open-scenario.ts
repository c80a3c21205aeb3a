import { refuseOption } from "../../sim/experiment/door.ts";
import { readScenario } from "../../sim/experiment/load-checked.ts";
import { unreadWarnings } from "../../sim/findings/unread-values.ts";
import type { LoadedScenario, LoadOptions } from "../../sim/scenario/load.ts";
import { diskSources, findScenario } from "./files.ts";

/** A scenario from the disk, and the same under changes. */
export interface OpenedScenario extends LoadedScenario {
  /** Lays `PATH=VALUE` changes over those that it has; its files are not read again. */
  readonly under: (set: readonly string[]) => OpenedScenario;
}

/**
 * Loads and checks a scenario: a file, a folder that holds scenario.yaml, or the bare name of one that comes
 * with linksim. Throws an error whose message has a line for each problem.
 */
export function openScenario(name: string, { set = [] }: LoadOptions = {}): OpenedScenario {
  if (typeof name !== "string" || name === "")
    refuseOption("scenario", "the name of a file, a folder or a scenario that comes with linksim", name);
  const load = readScenario(findScenario(name), diskSources());
  const under = (changes: readonly string[]): OpenedScenario => {
    const loaded = load(changes);
    const warnings = [...loaded.warnings, ...unreadWarnings(changes, loaded, "set")];
    return { ...loaded, warnings, under: (more) => under([...changes, ...more]) };
  };
  return under(set);
}
