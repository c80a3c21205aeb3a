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

const ascending = (a: number, b: number): number => a - b;

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
  const byReach = new Map<string, number[]>();
  organisations.forEach(({ locality, region }, n) => {
    const key =
      locality !== undefined ? `locality ${locality}` : region === undefined ? "all" : `region ${region}`;
    const list = byReach.get(key);
    if (list === undefined) byReach.set(key, [n]);
    else list.push(n);
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
  let pairs = 0;
  for (const group of groups) for (const key of keysOf(group)) pairs += byReach.get(key)?.length ?? 0;
  if (pairs > MAX_PAIRS) throw tooManyPairs(scenario);
  const starts: number[] = [];
  const reached: number[] = [];
  for (const group of groups) {
    const within = keysOf(group)
      .flatMap((key) => byReach.get(key) ?? [])
      .sort(ascending);
    for (let focus = 0; focus < FOCUSES.length; focus++) {
      starts.push(reached.length);
      for (const n of within) if (focusOf[n] === focus) reached.push(n);
    }
  }
  starts.push(reached.length);
  return { start: Int32Array.from(starts), organisation: Int32Array.from(reached) };
}
