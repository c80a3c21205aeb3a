import { ScenarioError } from "../scenario/problem.ts";
import { FOCUSES } from "../words/focuses.ts";
import type { OrganisationSite } from "./generate-organisations.ts";

/** Maximum number of pairs of a post, or a pool, and an organisation within its reach. */
const MAX_PAIRS = 20_000_000;

const tooManyPairs = (scenario: string): ScenarioError =>
  new ScenarioError([
    {
      file: scenario,
      path: "organisations",
      found: `more than ${MAX_PAIRS / 1_000_000} million pairs of a post and an organisation in reach`,
      expected: "fewer",
      hint: "Give practices and organisations a region or a locality: a post reaches those of its own.",
      severity: "error",
    },
  ]);

/**
 * Lists, for each group of practices and each focus, the organisations within reach: of their localities and
 * regions, and those that serve all. Refuses more pairs than can be held.
 */
export function reachOf(
  groups: readonly (readonly number[])[],
  practices: readonly { readonly locality: string; readonly region: string | undefined }[],
  organisations: readonly OrganisationSite[],
  focusOf: Uint8Array,
  scenario: string,
): { start: Int32Array; organisation: Int32Array } {
  const byReach = new Map<string, number[][]>();
  organisations.forEach(({ locality, region }, n) => {
    const key =
      locality !== undefined ? `locality ${locality}` : region === undefined ? "all" : `region ${region}`;
    const lists = byReach.get(key) ?? FOCUSES.map(() => []);
    lists[focusOf[n]].push(n);
    byReach.set(key, lists);
  });
  const keysOf = (group: readonly number[]): readonly string[] => {
    const keys = new Set(["all"]);
    for (const practice of group) {
      const { locality, region } = practices[practice];
      keys.add(`locality ${locality}`);
      if (region !== undefined) keys.add(`region ${region}`);
    }
    return [...keys];
  };
  const listsOf = (group: readonly number[]): (readonly number[][])[] =>
    keysOf(group).flatMap((key) => {
      const lists = byReach.get(key);
      return lists === undefined ? [] : [lists];
    });
  let pairs = 0;
  for (const group of groups)
    for (const lists of listsOf(group)) for (const list of lists) pairs += list.length;
  if (pairs > MAX_PAIRS) throw tooManyPairs(scenario);
  const start = new Int32Array(groups.length * FOCUSES.length + 1);
  const organisation = new Int32Array(pairs);
  let end = 0;
  groups.forEach((group, g) => {
    const lists = listsOf(group);
    for (let focus = 0; focus < FOCUSES.length; focus++) {
      const from = end;
      for (const list of lists) for (const n of list[focus]) organisation[end++] = n;
      organisation.subarray(from, end).sort();
      start[g * FOCUSES.length + focus + 1] = end;
    }
  });
  return { start, organisation };
}
