import type { Where } from "../document.ts";
import { parsePath } from "./parse-path.ts";
import { type Place, rendering, type Tree } from "./tree.ts";
import { positionOf } from "./walk-schema.ts";

/**
 * Finds where a readable path such as `timeline[cut].posts` was written: the value, or the nearest part that
 * holds it; in a list of words the one that was found wrong.
 */
export function whereIs(tree: Tree, path: string, found?: string): Where {
  let part: Tree = tree;
  for (const { kind, name } of parsePath(path) ?? []) {
    const below: Tree | undefined =
      kind === "key"
        ? part.kind === "map"
          ? part.entries.get(name)?.tree
          : undefined
        : memberOf(part, name);
    if (below === undefined) break;
    part = below;
  }
  if (part.kind === "list") part = part.members.find((member) => rendering(member) === found) ?? part;
  return whereOf(part.place);
}

function memberOf(part: Tree, name: string): Tree | undefined {
  const position = part.kind === "list" ? positionOf(part.members, name) : undefined;
  return part.kind === "list" && position !== undefined ? part.members[position] : undefined;
}

const whereOf = ({ file, line, column }: Place): Where => ({
  file,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});
