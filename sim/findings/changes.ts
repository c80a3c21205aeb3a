import type { Rule } from "../model/levers/lever.ts";
import { LEVERS } from "../model/levers/levers.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import { nearestName } from "../scenario/nearest-name.ts";
import { differingParts, type ScenarioPart } from "../scenario/parts.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { MAX_MEMBERS } from "../stats/shapley.ts";
import { listText } from "../words/lists.ts";

/** Groups into which what differs between two scenarios falls, in a planner's words. */
const GROUPS = ["posts", "places", "need", "casework", "assumptions"] as const;
type Group = (typeof GROUPS)[number];

/** What differs between two scenarios and is looked at as one: a name, and the parts under it. */
export interface Change {
  readonly name: string;
  readonly parts: readonly ScenarioPart[];
}

/** Of more than `MAX_MEMBERS` changes orders are sampled, up to so many. */
const MAX_CHANGES = 12;

/** Takes each difference by itself. */
export const EACH = "each";

const OF_BLOCKS: Readonly<Record<Exclude<Group, "assumptions">, readonly string[]>> = {
  posts: ["generate.posts", "generate.pools", "pools", "link_workers", "turnover", "employment", "cover"],
  places: ["organisations", "links", "funding", "fundraising"],
  need: ["practices", "generate", "people", "referral", "needs", "confidence", "reliance"],
  casework: [
    "calendar",
    "waiting_list",
    "contact",
    "drop_off",
    "integration",
    "networking",
    "matching",
    "hold_off",
  ],
};

const OF_RULES: Readonly<Record<Exclude<Group, "casework" | "assumptions">, readonly Rule[]>> = {
  posts: ["posts", "turnover", "cover"],
  places: ["bureaucracy", "open-door", "funding", "shock", "displacement", "fundraising"],
  need: ["referral", "surge", "confidence", "presence", "onward"],
};

/**
 * Lists what differs between two scenarios, grouped: by `NAME=PATH,...` texts, a path standing for all below
 * it; what they leave out by what it is about (posts, places, need, casework, assumptions), or by itself
 * where all of it would be one group, or where `each` is asked for. Refuses, as a `ScenarioError`, groups
 * that name what does not differ, scenarios that do not differ, and more groups than can be told apart.
 */
export function changesBetween(
  first: Pick<LoadedScenario, "scenario">,
  second: Pick<LoadedScenario, "scenario">,
  by: readonly string[] = [],
): readonly Change[] {
  const parts = differingParts(first, second);
  const file = second.scenario.name;
  if (parts.length === 0)
    throw new ScenarioError([
      {
        file,
        path: "",
        found: `nothing in which its world differs from ${first.scenario.name}`,
        expected: "a difference, since what makes none cannot be attributed",
        severity: "error",
      },
    ]);
  const named = by.filter((text) => text !== EACH).map((text) => readGroup(text, parts, file));
  refuseTwice(named, file);
  const taken = new Map(named.flatMap(({ name, paths }) => paths.map((path) => [path, name])));
  const timelines = [first, second].flatMap(({ scenario }) => scenario.timeline);
  const groupOf = (part: ScenarioPart): string => groupOfPart(part, timelines);
  const isOneGroup = named.length === 0 && new Set(parts.map(groupOf)).size === 1;
  const otherwise = by.includes(EACH) || isOneGroup ? shortPath : groupOf;
  const order = [...named.map(({ name }) => name), ...(otherwise === groupOf ? GROUPS : [])];
  const changes = grouped(parts, (part) => taken.get(part.path) ?? otherwise(part), order);
  if (changes.length > MAX_CHANGES)
    throw new ScenarioError([tooMany(changes, grouped(parts, groupOf, GROUPS), file)]);
  return changes;
}

/** Puts parts of a name together: names in the order given, then as they come. */
function grouped(
  parts: readonly ScenarioPart[],
  nameOf: (part: ScenarioPart) => string,
  order: readonly string[],
): readonly Change[] {
  const found = new Map<string, ScenarioPart[]>();
  for (const name of order) found.set(name, []);
  for (const part of parts) {
    const name = nameOf(part);
    found.set(name, [...(found.get(name) ?? []), part]);
  }
  return Array.from(found, ([name, own]) => ({ name, parts: own })).filter(
    (change) => change.parts.length > 0,
  );
}

/** Names an entry of the timeline by its id alone, as the timeline itself does. */
const shortPath = ({ path }: ScenarioPart): string => entryOf(path) ?? path;

const entryOf = (path: string): string | undefined => /^timeline\[(.+)\]$/.exec(path)?.[1];

function groupOfPart({ path }: ScenarioPart, timelines: Scenario["timeline"]): Group {
  const id = entryOf(path);
  if (id !== undefined) {
    const action = timelines.find((one) => one.id === id);
    return action === undefined ? "casework" : groupOfRule(LEVERS[action.kind].rule);
  }
  for (const group of GROUPS)
    if (group !== "assumptions" && OF_BLOCKS[group].some((block) => isBelow(path, block))) return group;
  return "assumptions";
}

function groupOfRule(rule: Rule): Group {
  for (const group of ["posts", "places", "need"] as const) if (OF_RULES[group].includes(rule)) return group;
  return rule === "benefit" || rule === "cost" ? "assumptions" : "casework";
}

const isBelow = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);

function readGroup(
  text: string,
  parts: readonly ScenarioPart[],
  file: string,
): { readonly name: string; readonly paths: readonly string[] } {
  const [, name, list] = /^\s*([^=]*?)\s*=(.*)$/.exec(text) ?? [];
  const wanted = (list ?? "").split(",").map((path) => path.trim());
  if (name === undefined || name === "" || wanted.includes(""))
    throw refusal(file, JSON.stringify(text), `NAME=PATH,... such as "cuts=${parts[0].path}", or ${EACH}`);
  const paths = wanted.flatMap((path) => {
    const own = parts.filter((part) => isBelow(part.path, path));
    if (own.length > 0) return own.map((part) => part.path);
    const known = parts.map((part) => part.path);
    const near = nearestName(path, known);
    const hint = near === undefined ? `They differ in ${listText(known)}.` : `Did you mean ${near}?`;
    throw refusal(file, path, `a path at which the scenarios differ`, hint);
  });
  return { name, paths: [...new Set(paths)] };
}

function refuseTwice(
  named: readonly { readonly name: string; readonly paths: readonly string[] }[],
  file: string,
): void {
  const first = new Map<string, string>();
  for (const { name, paths } of named)
    for (const path of paths) {
      const other = first.get(path);
      if (other !== undefined && other !== name)
        throw refusal(file, `${path} in ${other} and in ${name}`, "each difference in one group");
      first.set(path, name);
    }
}

const refusal = (file: string, found: string, expected: string, hint?: string): ScenarioError =>
  new ScenarioError([
    { file, path: "by", found, expected, ...(hint === undefined ? {} : { hint }), severity: "error" },
  ]);

/** Refuses more groups than are told apart, with a grouping that would do. */
function tooMany(changes: readonly Change[], would: readonly Change[], file: string): Problem {
  const texts = would.map(({ name, parts }) => `--by "${name}=${parts.map(({ path }) => path).join(",")}"`);
  return {
    file,
    path: "by",
    found: `${changes.length} groups`,
    expected: `at most ${MAX_CHANGES}, and up to ${MAX_MEMBERS} for all worlds between them`,
    hint: `This would do: ${texts.join(" ")}`,
    severity: "error",
  };
}
