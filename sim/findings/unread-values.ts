import { layOut } from "../model/layout.ts";
import { neutralise } from "../model/mechanisms.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import type { Problem } from "../scenario/problem.ts";
import { type UnreadPath, unreadPaths } from "./unread-rules.ts";

/**
 * Says of changed paths which change nothing: nothing reads them, or the mechanism that does is off and puts
 * a neutral number in their place.
 */
export function unreadChanges(
  paths: readonly string[],
  { scenario, template }: Pick<LoadedScenario, "scenario" | "template">,
): readonly UnreadPath[] {
  if (paths.length === 0) return [];
  const neutral = neutralise(scenario);
  const unread = unreadPaths(scenario, layOut(neutral, template));
  return [...new Set(paths.map((path) => path.trim()))].flatMap((path): UnreadPath[] => {
    const found = unread.find((one) => path === one.path || path.startsWith(`${one.path}.`));
    if (found !== undefined) return [{ path, why: found.why }];
    const [said, used] = [scenario, neutral].map((one) => valueAt(one, path.split(".")));
    if (JSON.stringify(said) === JSON.stringify(used)) return [];
    return [{ path, why: "the mechanism that reads it is off" }];
  });
}

/**
 * Warns of changed paths that change nothing; `option` is what they were given by, such as `--set`. A change
 * may be written whole, `PATH=VALUE`.
 */
export function unreadWarnings(
  changes: readonly string[],
  loaded: Pick<LoadedScenario, "scenario" | "template">,
  option: string,
): readonly Problem[] {
  const paths = changes.map((change) => change.split("=", 1)[0]);
  return unreadChanges(paths, loaded).map(({ path, why }) => ({
    file: option,
    path,
    found: "a value that nothing reads",
    expected: `one that the scenario uses; ${why}, so it changes nothing`,
    severity: "warning",
  }));
}

/** Gives the value at the keys of a path; undefined where there is none, as at a member of a list. */
function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return valueAt(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}
