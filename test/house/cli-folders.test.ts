import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Lists, for each folder of the shell, the folders of it that its files import from, types and lazy imports
 * too.
 */
function importsBetweenFolders(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map<string, Set<string>>();
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  for (const file of files.map((name) => join(root, name))) {
    const folder = dirname(file);
    const known = imports.get(folder) ?? new Set<string>();
    imports.set(folder, known);
    for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const imported = dirname(normalize(join(folder, path)));
      if (imported.startsWith(root) && imported !== folder) known.add(imported);
    }
  }
  return imports;
}

/** Finds a way along imports that comes back to where it began; nothing if there is none. */
function circleFrom(
  start: string,
  imports: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const follow = (way: readonly string[]): readonly string[] | undefined => {
    for (const next of imports.get(way[way.length - 1]) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = follow([...way, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow([start]);
}

describe("the folders of the shell", () => {
  const imports = importsBetweenFolders("cli");

  it("import each other in no circle", () => {
    expect([...imports.keys()].flatMap((folder) => circleFrom(folder, imports) ?? [])).toEqual([]);
  });

  it("would be found in one", () => {
    const circle = new Map([
      ["a", new Set(["b"])],
      ["b", new Set(["c"])],
      ["c", new Set(["a"])],
    ]);
    expect(circleFrom("a", circle)).toEqual(["a", "b", "c", "a"]);
  });
});
