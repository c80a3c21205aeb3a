import type { z } from "zod";
import { didYouMean } from "../nearest-name.ts";
import type { Leaf } from "../quantity.ts";
import { mergeTrees } from "./merge-trees.ts";
import { type PathPart, parsePath } from "./parse-path.ts";
import { ProblemList } from "./problem-list.ts";
import { factorOf, readValue, SET } from "./read-value.ts";
import { type Entry, idOf, type Mapping, rendering, type Tree } from "./tree.ts";
import { knownKeys, leavesOf, pathsTo, positionOf, schemaBelow } from "./walk-schema.ts";

/** Carries what one `PATH=VALUE` needs while it walks down the tree. */
interface Walk {
  readonly written: string;
  readonly valueText: string;
  readonly problems: ProblemList;
}

/** Lays `PATH=VALUE` over a tree: VALUE with its unit, or `x1.2` to multiply; `[*]` means every member. */
export function applyOverride(
  tree: Mapping,
  written: string,
  schema: z.ZodType,
  problems: ProblemList,
): Mapping {
  problems.mention(SET.file);
  const cut = written.indexOf("=");
  const parts = cut < 0 ? null : parsePath(written.slice(0, cut));
  if (parts === null) {
    problems.add(SET, cut < 0 ? written : written.slice(0, cut), {
      found: JSON.stringify(written),
      expected: "PATH=VALUE",
      hint: "For example: link_workers.fte=0.8 or practices[*].list_size=x1.2.",
    });
    return tree;
  }
  if (parts[0].name === "data" || parts[0].name === "extends") {
    problems.add(SET, parts[0].name, {
      found: JSON.stringify(written),
      expected: "a parameter of the model",
      hint: "Write a scenario file that extends this one to name other files.",
    });
    return tree;
  }
  const walk = { written: written.slice(0, cut), valueText: written.slice(cut + 1).trim(), problems };
  const block = tree.entries.get(parts[0].name);
  const laid = block === undefined ? undefined : laidOver.get(block.tree)?.get(written);
  if (block !== undefined && laid !== undefined) {
    const entries = new Map(tree.entries).set(parts[0].name, { key: block.key, tree: laid });
    return { kind: "map", place: tree.place, entries };
  }
  const before = problems.size;
  const changed = replaced(tree, parts, schema, walk) as Mapping;
  if (block !== undefined && problems.size === before)
    remember(block.tree, written, changed.entries.get(parts[0].name)?.tree);
  return changed;
}

/**
 * What changes without a problem made of blocks. The points of a grid share most of their changes, and blocks
 * that are one tree are read once (`parseTree`).
 */
const laidOver = new WeakMap<Tree, Map<string, Tree>>();
/** Bounds what is remembered of a block: the points of a sampled design share nothing. */
const MAX_REMEMBERED = 1000;

function remember(block: Tree, written: string, changed: Tree | undefined): void {
  if (changed === undefined) return;
  const known = laidOver.get(block) ?? new Map<string, Tree>();
  if (known.size >= MAX_REMEMBERED) known.clear();
  laidOver.set(block, known.set(written, changed));
}

function replaced(
  tree: Tree | undefined,
  parts: readonly PathPart[],
  schema: z.core.$ZodType,
  walk: Walk,
): Tree | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return newValue(tree, schema, walk);
  if (part.kind === "key") return replacedKey(tree, part, rest, schema, walk);
  const members = tree?.kind === "list" ? tree.members : undefined;
  const element = schemaBelow(schema, 0, tree);
  if (members === undefined || element === undefined)
    return refuse(tree, walk, `"[${part.name}]"`, "a key, as this is no list");
  if (part.name === "*" && members.length > 0) {
    return {
      ...(tree as Tree & { kind: "list" }),
      members: members.map((member) => replaced(member, rest, element, walk) ?? member),
      annotation: undefined,
    };
  }
  const position = part.name === "*" ? undefined : positionOf(members, part.name);
  if (position === undefined) {
    const ids = members.map((member, index) => idOf(member) ?? String(index + 1));
    const found = members.length === 0 ? "an empty list" : `the unknown member ${JSON.stringify(part.name)}`;
    return refuse(tree, walk, found, "a member of the list", didYouMean(part.name, ids));
  }
  const member = replaced(members[position], rest, element, walk) ?? members[position];
  return {
    ...(tree as Tree & { kind: "list" }),
    members: members.with(position, member),
    annotation: undefined,
  };
}

function replacedKey(
  tree: Tree | undefined,
  part: PathPart,
  rest: readonly PathPart[],
  schema: z.core.$ZodType,
  walk: Walk,
): Tree | undefined {
  const below = schemaBelow(schema, part.name, tree);
  const isAbsent = tree?.kind !== "map" || !tree.entries.has(part.name);
  const isOpenRecord = below !== undefined && knownKeys(schema, tree).length === 0;
  if (below === undefined || (isAbsent && isOpenRecord)) {
    const known = tree?.kind === "map" && isOpenRecord ? [...tree.entries.keys()] : knownKeys(schema, tree);
    return refuse(
      tree,
      walk,
      `the unknown key ${JSON.stringify(part.name)}`,
      "a key of the scenario",
      deeperKey(part.name, schema, walk) ?? didYouMean(part.name, known),
    );
  }
  const entries = new Map<string, Entry>(tree?.kind === "map" ? tree.entries : []);
  const entry = entries.get(part.name);
  const value = replaced(entry?.tree, rest, below, walk);
  if (value === undefined) return tree;
  entries.set(part.name, { key: entry?.key ?? SET, tree: value });
  return { kind: "map", place: tree?.place ?? SET, entries };
}

/** Suggests the paths that end in a key which was written without its block. */
function deeperKey(name: string, schema: z.core.$ZodType, { written }: Walk): string | undefined {
  const paths = written === name ? pathsTo(name, schema) : [];
  return paths.length === 0 ? undefined : `Did you mean ${paths.slice(0, 3).join(" or ")}?`;
}

function newValue(tree: Tree | undefined, schema: z.core.$ZodType, walk: Walk): Tree | undefined {
  const kinds = leavesOf(schema);
  const factor = factorOf(walk.valueText);
  const spec = kinds.find((leaf) => leaf.leaf === "quantity");
  if (factor !== undefined && spec !== undefined) return multiplied(tree, factor, spec, walk);
  const isWord = kinds.some(({ leaf }) => leaf === "text" || leaf === "date" || leaf === "timeOfDay");
  if (walk.valueText === "" && !isWord)
    return refuse(tree, walk, "no value", "a value after the equals sign");
  const faults = new ProblemList();
  const value = readValue(walk.valueText, kinds, faults);
  for (const { path, ...words } of faults.all) {
    walk.problems.add(SET, path === "" ? walk.written : `${walk.written}.${path}`, words);
  }
  if (value === null) return tree;
  return tree === undefined || isWord ? value : mergeTrees(tree, value, walk.written.split("."));
}

function multiplied(
  tree: Tree | undefined,
  factor: number,
  spec: Leaf & { leaf: "quantity" },
  walk: Walk,
): Tree | undefined {
  const value = tree?.kind === "scalar" ? tree.value : undefined;
  const text = typeof value === "number" || typeof value === "string" ? String(value) : undefined;
  const number = text === undefined ? null : /\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/i.exec(text);
  if (text === undefined || number === null || value === "none") {
    return refuse(
      tree,
      walk,
      rendering(tree),
      "a number that can be multiplied",
      "Give the value itself, not a factor.",
    );
  }
  const product = Number((Number(number[0].replaceAll(",", "")) * factor).toPrecision(15));
  const rounded = spec.whole ? Math.round(product) : product;
  const result = text.slice(0, number.index) + rounded + text.slice(number.index + number[0].length);
  return { kind: "scalar", value: typeof value === "number" ? Number(result) : result, place: SET };
}

function refuse(
  tree: Tree | undefined,
  walk: Walk,
  found: string,
  expected: string,
  hint?: string,
): Tree | undefined {
  walk.problems.add(SET, walk.written, { found, expected, hint });
  return tree;
}
