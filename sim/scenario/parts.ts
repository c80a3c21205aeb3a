import { type ScenarioDifference, scenarioDifferences } from "./differences.ts";
import type { LoadedScenario } from "./load.ts";
import type { Scenario } from "./schema.ts";

/**
 * Names something that two scenarios have otherwise, and that one can take over from the other by itself: an
 * entry of the timeline, a value, or a whole table such as that of the posts.
 */
export interface ScenarioPart {
  /** Where it stands, such as `timeline[cut]`, `link_workers.posts` or `referral.rate`. */
  readonly path: string;
  /** What differs in it: one of its path, or several below it. */
  readonly differences: readonly ScenarioDifference[];
}

/** What names a scenario, or says how it is measured: no part of the world that is simulated. */
const APART = ["name", "title", "rationale", "measures", "standards", "variants", "data"];

const TIMELINE = "timeline";

/**
 * Lists the parts that two scenarios have otherwise, in the order of the schema. Values are compared as they
 * are written, so that what is the same to a user is no difference.
 */
export function differingParts(
  first: Pick<LoadedScenario, "scenario">,
  second: Pick<LoadedScenario, "scenario">,
): readonly ScenarioPart[] {
  const parts = new Map<string, ScenarioDifference[]>();
  for (const difference of scenarioDifferences(first, second, APART)) {
    const path = partOf(difference.path);
    parts.set(path, [...(parts.get(path) ?? []), difference]);
  }
  return Array.from(parts, ([path, differences]) => ({ path, differences }));
}

/** Gives the part that a path lies in: lists are taken whole, but for the timeline, entry by entry. */
function partOf(path: string): string {
  const bracket = path.indexOf("[");
  if (bracket < 0) return path;
  return path.startsWith(`${TIMELINE}[`) ? path.slice(0, path.indexOf("]") + 1) : path.slice(0, bracket);
}

/** Returns the first scenario with the parts at these paths as the second one has them. */
export function withParts(first: Scenario, second: Scenario, paths: ReadonlySet<string>): Scenario {
  const timeline = mergedTimeline(first.timeline, second.timeline, (id) => paths.has(`${TIMELINE}[${id}]`));
  // Both trees follow the schema, and so does one whose branches are theirs.
  return { ...(exchanged(first, second, "", paths) as Scenario), timeline };
}

function exchanged(first: unknown, second: unknown, path: string, paths: ReadonlySet<string>): unknown {
  if (paths.has(path)) return second;
  if (!isBranch(first) || !isBranch(second)) return first;
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const members = keys.map((key) => [
    key,
    exchanged(first[key], second[key], path === "" ? key : `${path}.${key}`, paths),
  ]);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

const isBranch = (tree: unknown): tree is Readonly<Record<string, unknown>> =>
  typeof tree === "object" && tree !== null && !Array.isArray(tree);

/** Merges timelines in the order of both; of entries that differ, those that are taken are the second's. */
function mergedTimeline(
  first: Scenario["timeline"],
  second: Scenario["timeline"],
  isTaken: (id: string) => boolean,
): Scenario["timeline"] {
  const inSecond = new Map(second.map((action) => [action.id, action]));
  const known = new Set(first.map(({ id }) => id));
  const merged = first.flatMap((action) => {
    const other = inSecond.get(action.id);
    if (!isTaken(action.id)) return [action];
    return other === undefined ? [] : [other];
  });
  second.forEach((action, i) => {
    if (known.has(action.id) || !isTaken(action.id)) return;
    // Behind the nearest of those before it that is there already.
    const before = second.slice(0, i).map(({ id }) => id);
    const place = merged.findLastIndex(({ id }) => before.includes(id));
    merged.splice(place + 1, 0, action);
  });
  return merged;
}
