import { fillFromCsv } from "./fill-from-csv.ts";
import { mergeTrees } from "./merge-trees.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import { readYaml } from "./read-yaml.ts";
import { type Entry, type Mapping, rendering } from "./tree.ts";

const MAX_YAML_BYTES = 5_000_000;
const LONGEST_CHAIN = 20;

/** Holds what the files of a scenario say together. */
export interface Collected {
  readonly tree: Mapping;
  /** False if a base could not be read, so that what seems to be missing may stand there. */
  readonly isWhole: boolean;
  /** The file of the defaults. */
  readonly defaults: string;
}

/**
 * Reads a scenario, what it extends and the CSVs these name, and lays them over the defaults; null if the
 * scenario itself cannot be read.
 */
export function collectLayers(
  entryPath: string,
  defaults: string,
  files: ReachableFiles,
  problems: ProblemList,
): Collected | null {
  problems.mention(entryPath);
  const asker = { place: { file: entryPath }, path: "" };
  const entry = files.find(entryPath, asker, "a scenario file, or a folder that holds scenario.yaml");
  if (entry === null) return null;
  files.openFor(entry);
  const layers: Mapping[] = [];
  const chain: string[] = [];
  let isWhole = true;
  let next: string | null = entry;
  while (next !== null) {
    const file: string = next;
    chain.push(file);
    const layer = readLayer(file, files, problems);
    const named = layer?.entries.get("extends");
    if (layer !== null) layers.push(withoutExtends(fillFromCsv(layer, file, files, problems)));
    else if (layers.length === 0) return null;
    else isWhole = false;
    if (files.absolute(file) === files.absolute(defaults)) next = null;
    else if (named === undefined) next = defaults;
    else {
      const base = findBase(named, file, chain, files, problems);
      isWhole &&= base !== null;
      next = base ?? defaults;
    }
  }
  return { tree: layers.reduceRight((base, over) => mergeTrees(base, over) as Mapping), isWhole, defaults };
}

function readLayer(file: string, files: ReachableFiles, problems: ProblemList): Mapping | null {
  problems.mention(file);
  const asker = { place: { file }, path: "" };
  const text = files.text(file, asker, MAX_YAML_BYTES, "the defaults of the model");
  const tree = text === null ? null : (files.packed(file, text) ?? readYaml(file, text, problems));
  if (tree === null || tree.kind === "map") return tree;
  const expected = "a map of keys, such as `name: my scenario`";
  problems.add(tree.place, "", { found: rendering(tree), expected });
  return null;
}

function findBase(
  named: Entry,
  file: string,
  chain: readonly string[],
  files: ReachableFiles,
  problems: ProblemList,
): string | null {
  const { place } = named.tree;
  const target = files.resolve(named.tree, file, "extends");
  const found =
    target === null ? null : files.find(target, { place, path: "extends" }, "a scenario file or folder");
  if (found === null) return null;
  const repeated = chain.findIndex((link) => files.absolute(link) === files.absolute(found));
  if (repeated >= 0) {
    problems.add(place, "extends", {
      found: `a circle: ${[...chain.slice(repeated), found].join(" -> ")}`,
      expected: "a chain that ends",
      hint: "Remove one `extends` of the circle.",
    });
    return null;
  }
  if (chain.length < LONGEST_CHAIN) return found;
  problems.add(place, "extends", {
    found: `a chain of more than ${LONGEST_CHAIN} files`,
    expected: "a shorter one",
  });
  return null;
}

function withoutExtends(layer: Mapping): Mapping {
  const entries = new Map(layer.entries);
  entries.delete("extends");
  return { ...layer, entries };
}
