import { type Entry, idOf, type Tree, wordAt } from "./tree.ts";

/**
 * Lays a scenario over its base: maps merge key by key; `timeline` merges by id, new members last (a member
 * of another `kind` replaces); every other list, every word, and `people.age_bands` (whose keys are free)
 * replaces. A part that is changed loses the annotation of its base.
 */
export function mergeTrees(base: Tree, over: Tree, path: readonly string[] = []): Tree {
  if (path.join(".") === "people.age_bands") return over;
  if (base.kind === "map" && over.kind === "map") {
    const entries = new Map<string, Entry>(base.entries);
    for (const [key, entry] of over.entries) {
      const below = entries.get(key);
      const tree = below === undefined ? entry.tree : mergeTrees(below.tree, entry.tree, [...path, key]);
      entries.set(key, { key: entry.key, tree });
    }
    return { ...over, entries };
  }
  if (path.length === 1 && path[0] === "timeline" && base.kind === "list" && over.kind === "list") {
    const members = [...base.members];
    const original = base.members.length;
    for (const member of over.members) {
      const id = idOf(member);
      const position = members.findIndex(
        (other, index) => index < original && id !== undefined && idOf(other) === id,
      );
      if (position < 0) members.push(member);
      else if (isOfAnotherKind(members[position], member)) members[position] = member;
      else members[position] = mergeTrees(members[position], member, [...path, "member"]);
    }
    return { ...over, members };
  }
  return over;
}

function isOfAnotherKind(base: Tree, over: Tree): boolean {
  const kind = wordAt(over, ["kind"]);
  return kind !== undefined && kind !== wordAt(base, ["kind"]);
}
