import * as z from "zod";
import { type PathPart, parsePath } from "./internal/parse-path.ts";
import { ProblemList } from "./internal/problem-list.ts";
import { readQuantity } from "./internal/read-quantity.ts";
import { factorOf, readValue, SET } from "./internal/read-value.ts";
import { plain, type Tree } from "./internal/tree.ts";
import { bare, everySchemaBelow, knownKeys, leavesOf } from "./internal/walk-schema.ts";
import { reportIssues } from "./internal/zod-problems.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Problem } from "./problem.ts";
import type { Leaf } from "./quantity.ts";
import { scenarioSchema } from "./schema.ts";

/**
 * Holds what a path of the scenario may be given, before any scenario is loaded: in a timeline, what any
 * kind of action holds there.
 */
export interface Parameter {
  /** The path, written in one way only. */
  readonly path: string;
  readonly leaves: readonly Leaf[];
  readonly schemas: readonly z.core.$ZodType[];
}

/** Says what is wrong with a text. */
export type Fault = Pick<Problem, "found" | "expected" | "hint">;

/** Finds the parameter at a path such as `timeline[cut].share`, or what is wrong with the path. */
export function findParameter(written: string): Parameter | Fault {
  const parts = parsePath(written);
  if (parts === null) {
    const hint = "For example link_workers.fte or timeline[cut].share.";
    return { found: JSON.stringify(written), expected: "the path of a parameter", hint };
  }
  if (parts[0].name === "data" || parts[0].name === "extends") {
    const hint = "Write a scenario file that extends this one to name other files.";
    return { found: JSON.stringify(written), expected: "a parameter of the model", hint };
  }
  let schemas: readonly z.core.$ZodType[] = [scenarioSchema];
  for (const part of parts) {
    const below = schemas.flatMap((schema) => everySchemaBelow(schema, part.kind === "key" ? part.name : 0));
    if (below.length === 0) return noSuchPart(part, schemas);
    schemas = below;
  }
  return { path: parts.map(writtenPart).join(""), leaves: schemas.flatMap(leavesOf), schemas };
}

/** Tells a parameter from a fault. */
export const isParameter = (found: Parameter | Fault): found is Parameter => "leaves" in found;

/**
 * Says what is wrong with a value text at a parameter, as far as can be told without the scenario: a factor
 * needs a quantity, a value its unit and bounds.
 */
export function faultOfValue({ leaves, schemas }: Parameter, valueText: string): Fault | undefined {
  if (factorOf(valueText) !== undefined && leaves.some(({ leaf }) => leaf === "quantity")) return undefined;
  if (valueText === "") return { found: "no value", expected: "a value" };
  const problems = new ProblemList();
  const value = readValue(valueText, leaves, problems);
  // A map is laid over what the scenario holds, so that its parts are checked there.
  if (value === null || value.kind === "map") return firstFault(problems);
  const options = schemas.map((schema) => schema as z.ZodType);
  const schema = z.strictObject({ value: options.length === 1 ? options[0] : z.union(options) });
  const tree: Tree = { kind: "map", place: SET, entries: new Map([["value", { key: SET, tree: value }]]) };
  const parsed = schema.safeParse(plain(tree));
  if (parsed.success) return undefined;
  reportIssues(parsed.error.issues, { tree, schema, isWhole: true, noun: "a scenario" }, problems);
  return firstFault(problems);
}

function firstFault(problems: ProblemList): Fault | undefined {
  const [first] = problems.all;
  if (first === undefined) return undefined;
  const { found, expected, hint } = first;
  return hint === undefined ? { found, expected } : { found, expected, hint };
}

/** Finds the kind of quantity as which every text can be read, the first that the parameter may hold. */
export function quantityOf(
  { leaves }: Parameter,
  texts: readonly string[],
): (Leaf & { leaf: "quantity" }) | undefined {
  for (const leaf of leaves) {
    if (leaf.leaf === "quantity" && texts.every((text) => readQuantity(leaf.kind, text).ok)) return leaf;
  }
  return undefined;
}

/** Reads a quantity in its base unit; undefined if the text is none of that kind. */
export function baseValue({ kind }: Leaf & { leaf: "quantity" }, text: string): number | undefined {
  const reading = readQuantity(kind, text);
  return reading.ok ? reading.value : undefined;
}

function noSuchPart(part: PathPart, schemas: readonly z.core.$ZodType[]): Fault {
  if (part.kind === "member") return { found: `"[${part.name}]"`, expected: "a key, as this is no list" };
  const isList = schemas.some((schema) => bare(schema) instanceof z.ZodArray);
  if (isList) {
    const hint = "Name the member by its id, or all of them by [*].";
    return { found: `the key ${JSON.stringify(part.name)}`, expected: "a member of the list", hint };
  }
  const hint = didYouMean(
    part.name,
    schemas.flatMap((schema) => knownKeys(schema)),
  );
  const words = { found: `the unknown key ${JSON.stringify(part.name)}`, expected: "a key of the scenario" };
  return hint === undefined ? words : { ...words, hint };
}

function writtenPart({ kind, name }: PathPart, index: number): string {
  if (kind === "member") return `[${name}]`;
  return index === 0 ? name.trim() : `.${name}`;
}
