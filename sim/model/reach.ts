import { FOCUSES } from "../words/focuses.ts";
import type { OrganisationSite } from "./generate-organisations.ts";

const ascending = (a: number, b: number): number => a - b;

/**
 * Lists, for each group of practices and each focus, the organisations within reach: of their localities and
 * regions, and those that serve all.
 */
export function reachOf(
  groups: readonly (readonly number[])[],
  practices: readonly { readonly locality: string; readonly region: string | undefined }[],
  organisations: readonly OrganisationSite[],
  focusOf: Uint8Array,
): { start: Int32Array; organisation: Int32Array } {
  const byReach = new Map<string, number[]>();
  organisations.forEach(({ locality, region }, n) => {
    const key =
      locality !== undefined ? `locality ${locality}` : region === undefined ? "all" : `region ${region}`;
    const list = byReach.get(key);
    if (list === undefined) byReach.set(key, [n]);
    else list.push(n);
  });
  const starts: number[] = [];
  const reached: number[] = [];
  for (const group of groups) {
    const keys = new Set(["all"]);
    for (const practice of group) {
      const { locality, region } = practices[practice];
      keys.add(`locality ${locality}`);
      if (region !== undefined) keys.add(`region ${region}`);
    }
    const within = [...keys].flatMap((key) => byReach.get(key) ?? []).sort(ascending);
    for (let focus = 0; focus < FOCUSES.length; focus++) {
      starts.push(reached.length);
      for (const n of within) if (focusOf[n] === focus) reached.push(n);
    }
  }
  starts.push(reached.length);
  return { start: Int32Array.from(starts), organisation: Int32Array.from(reached) };
}
