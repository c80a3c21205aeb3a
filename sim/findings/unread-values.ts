import { placesOf } from "../model/generate-practices.ts";
import { type Layout, layOut } from "../model/layout.ts";
import { addedPosts } from "../model/levers/posts-added.ts";
import { neutralise } from "../model/mechanisms.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import type { Problem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { ORGANISATION_TYPES, TYPE_WORDS } from "../words/organisation-types.ts";

/** A path of a scenario whose value nothing reads, and why not. */
export interface UnreadPath {
  readonly path: string;
  readonly why: string;
}

/** Finds paths that nothing reads in a scenario as it is laid out. */
type UnreadRule = (scenario: Scenario, layout: Layout) => readonly UnreadPath[];

/** Defaults that every member overrides: each rule is of one default and of the members that it is for. */
const RULES: readonly UnreadRule[] = [
  (scenario, { posts }) => {
    const staff = [...placesOf(scenario).posts, ...addedPosts(scenario)];
    if (staff.some(({ fte }) => fte === undefined)) return [];
    const why = posts.length === 0 ? "there is no post" : "every post says its own fte";
    return [{ path: "link_workers.fte", why }];
  },
  (_, { organisations }) =>
    ORGANISATION_TYPES.flatMap((type): UnreadPath[] => {
      const own = organisations.filter((site) => site.type === type);
      if (own.some(({ places }) => places === undefined)) return [];
      const { adjective } = TYPE_WORDS[type];
      const why =
        own.length === 0
          ? `there is no ${adjective} organisation`
          : `every ${adjective} organisation says its own places`;
      return [{ path: `organisations.types.${type}.places`, why }];
    }),
];

/** Lists the paths of a scenario that nothing reads, because every member says its own value. */
export function unreadPaths(scenario: Scenario, layout: Layout): readonly UnreadPath[] {
  return RULES.flatMap((rule) => rule(scenario, layout));
}

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
    const found = unread.find((one) => one.path === path);
    if (found !== undefined) return [found];
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
