import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const files = readdirSync("sim", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("sim", name));

const IMPORT = /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+"(\.{1,2}\/[^"]+)"/gms;

/** Lists the modules that each file imports; those of types alone only if asked for. */
function importsOf({ withTypes }: { withTypes: boolean }): Map<string, string[]> {
  return new Map(
    files.map((file) => {
      const targets = [...readFileSync(file, "utf8").matchAll(IMPORT)]
        .filter(([, type, names]) => withTypes || (type === undefined && !isOfTypesAlone(names)))
        .map(([, , , path]) => normalize(join(dirname(file), path)));
      return [file, [...new Set(targets)]];
    }),
  );
}

const isOfTypesAlone = (names: string): boolean =>
  /^\{.*\}$/s.test(names) &&
  names
    .slice(1, -1)
    .split(",")
    .filter((name) => name.trim() !== "")
    .every((name) => name.trim().startsWith("type "));

/**
 * Gives the groups of nodes from each of which every other one is reached (Tarjan 1972); those of one node
 * left out.
 */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) as number);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next);
        low.set(node, Math.min(low.get(node) as number, low.get(next) as number));
      } else if (stack.includes(next)) {
        low.set(node, Math.min(low.get(node) as number, index.get(next) as number));
      }
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node)).sort();
    if (circle.length > 1) circles.push(circle);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return circles;
}

/** Puts a file's imports together by the folder of sim/ that it lies in. */
function foldersOf(imports: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const folder = (file: string): string => file.split("/").slice(0, 2).join("/");
  const graph = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    const from = folder(file);
    const others = targets.map(folder).filter((to) => to !== from);
    graph.set(from, [...new Set([...(graph.get(from) ?? []), ...others])]);
  }
  return graph;
}

describe("imports", () => {
  it("finds circles, and nothing else", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["a", "d"]],
      ["d", []],
    ]);
    expect(circlesOf(graph)).toEqual([["a", "b", "c"]]);
  });

  it("reads every import of a file", () => {
    const imports = importsOf({ withTypes: true });
    expect(imports.get("sim/model/run.ts")).toContain("sim/model/week.ts");
    expect(imports.get("sim/model/run.ts")).toContain("sim/model/world.ts");
    expect(importsOf({ withTypes: false }).get("sim/model/run.ts")).not.toContain("sim/model/world.ts");
  });

  it("make no circle between the parts of sim/, also not by types", () => {
    expect(circlesOf(foldersOf(importsOf({ withTypes: true })))).toEqual([]);
  });

  it("make no circle among the files of sim/", () => {
    expect(circlesOf(importsOf({ withTypes: false }))).toEqual([]);
  });
});
