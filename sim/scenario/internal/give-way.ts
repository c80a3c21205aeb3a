import { parsePath } from "./parse-path.ts";
import type { ProblemList } from "./problem-list.ts";
import { readQuantity, writeQuantity } from "./read-quantity.ts";
import { SET } from "./read-value.ts";
import { type Entry, type Mapping, partAt, type Tree } from "./tree.ts";

/** Maps of shares that add up to 100 %. */
const SHARES: readonly (readonly string[])[] = [
  ["link_workers", "time"],
  ["needs", "focus"],
  ["referral", "sources"],
  ["people", "age_bands"],
];

/**
 * Where some of the shares of a whole were changed, lets the others give way in proportion, so that all add
 * up to 100 %. Nothing is done where every share was changed, or where those that were leave nothing.
 */
export function giveWay(tree: Mapping, changes: readonly string[], problems: ProblemList): Mapping {
  const changed = changes.map((change) => parsePath(change.split("=", 1)[0]) ?? []);
  return SHARES.reduce((sofar, path) => {
    const isChanged = (key: string): boolean =>
      changed.some(
        (parts) =>
          parts.length === path.length + 1 &&
          [...path, key].every((name, i) => parts[i].name.trim() === name),
      );
    return withShares(sofar, path, isChanged, problems);
  }, tree);
}

function withShares(
  tree: Mapping,
  path: readonly string[],
  isChanged: (key: string) => boolean,
  problems: ProblemList,
): Mapping {
  const part = partAt(tree, path);
  if (part?.kind !== "map") return tree;
  const shares = new Map([...part.entries].map(([key, entry]) => [key, shareOf(entry.tree)]));
  let said = 0;
  let others = 0;
  for (const [key, share] of shares) {
    if (share === undefined) return tree;
    if (isChanged(key)) said += share;
    else others += share;
  }
  const isWhole = Math.abs(said + others - 1) <= 1e-9;
  if (said === 0 || isWhole || others <= 0 || said > 1) return tree;
  const entries = new Map<string, Entry>();
  const words: string[] = [];
  for (const [key, entry] of part.entries) {
    if (isChanged(key)) entries.set(key, entry);
    else {
      const value = ((shares.get(key) ?? 0) * (1 - said)) / others;
      words.push(`${key} ${writeQuantity("share", Number(value.toPrecision(3)))}`);
      entries.set(key, { ...entry, tree: { kind: "scalar", value, place: SET } });
    }
  }
  problems.warn(SET, path.join("."), {
    found: `shares that add up to ${writeQuantity("share", Number((said + others).toPrecision(12)))}`,
    expected: `100 %; the others give way in proportion: ${words.join(", ")}`,
  });
  return replacedAt(tree, path, { ...part, entries });
}

function shareOf(tree: Tree): number | undefined {
  const reading = tree.kind === "scalar" ? readQuantity("share", tree.value) : undefined;
  return reading?.ok ? reading.value : undefined;
}

function replacedAt(tree: Mapping, [key, ...rest]: readonly string[], part: Mapping): Mapping {
  const entry = tree.entries.get(key);
  if (entry?.tree.kind !== "map") return tree;
  const below = rest.length === 0 ? part : replacedAt(entry.tree, rest, part);
  return { ...tree, entries: new Map(tree.entries).set(key, { ...entry, tree: below }) };
}
