import type { z } from "zod";
import type { ProblemList } from "./problem-list.ts";
import {
  type Mapping,
  plain,
  type RawAnnotation,
  readablePath,
  rendering,
  type Step,
  type Tree,
} from "./tree.ts";
import { bare, leavesOf, schemaAt, schemaBelow } from "./walk-schema.ts";

/**
 * Says where a number comes from: its range in the base unit, the row of the evidence register, and a
 * remark.
 */
export interface Annotation {
  readonly range?: readonly [number, number];
  readonly evidence?: string;
  readonly note?: string;
}

/**
 * Reads every annotation of a tree by its path; a range around a list or a map holds for its members and
 * need not hold their values.
 */
export function readAnnotations(
  tree: Mapping,
  schema: z.ZodType,
  problems: ProblemList,
): Map<string, Annotation> {
  const annotations = new Map<string, Annotation>();
  const read = (part: Tree, raw: RawAnnotation, path: readonly Step[], field: string): Annotation => {
    const annotation: { -readonly [Key in keyof Annotation]: Annotation[Key] } = {};
    for (const key of ["evidence", "note"] as const) {
      const words = raw[key];
      if (words === undefined) continue;
      if (words.kind === "scalar" && typeof words.value === "string" && words.value.length <= 2000) {
        annotation[key] = words.value;
      } else problems.add(words.place, `${field}.${key}`, { found: rendering(words), expected: "text" });
    }
    const range =
      raw.range === undefined ? undefined : (sound.get(part) ?? readRange(part, raw.range, path, field));
    if (range !== undefined) {
      annotation.range = range;
      sound.set(part, range);
    }
    return annotation;
  };

  const readRange = (
    part: Tree,
    raw: Tree,
    path: readonly Step[],
    field: string,
  ): readonly [number, number] | undefined => {
    const refuse = (place: Tree, expected: string, hint?: string): undefined => {
      problems.add(place.place, `${field}.range`, { found: rendering(place), expected, hint });
    };
    if (raw.kind !== "list" || raw.members.length !== 2) {
      return refuse(raw, "two quantities, the lowest and the highest", "Write range: [low, high].");
    }
    const declared = schemaAt(schema, tree, path);
    const leaf = declared === undefined ? undefined : leafSchema(declared, part);
    if (leaf === undefined) return undefined;
    const ends: number[] = [];
    for (const member of raw.members) {
      const parsed = (leaf as z.ZodType).safeParse(plain(member));
      if (parsed.success && typeof parsed.data === "number") ends.push(parsed.data);
      else refuse(member, "a quantity in the same unit and bounds as the value");
    }
    if (ends.length < 2) return undefined;
    const [low, high] = ends;
    if (low > high) return refuse(raw, "the lowest before the highest");
    const value = part.kind === "scalar" ? (leaf as z.ZodType).safeParse(part.value) : undefined;
    // A range is written with 15 digits, a value so that it is read back to the last bit.
    const slack = 1e-14 * Math.max(Math.abs(low), Math.abs(high));
    if (
      value?.success &&
      typeof value.data === "number" &&
      (value.data < low - slack || value.data > high + slack)
    ) {
      return refuse(part, "a value within its range", "Widen the range, or correct the value.");
    }
    return [low, high];
  };
  const readAll = (all: readonly Annotated[]): readonly NamedAnnotation[] =>
    all.map(({ part, raw, path }) => {
      const field = readablePath(tree, path);
      return [field, read(part, raw, path, field)];
    });
  const readBlock = (key: string, block: Tree): readonly NamedAnnotation[] => {
    const known = ofBlocks.get(block);
    if (known?.key === key) return known.annotations;
    const read = readAll(under(key, block));
    if (!problems.hasErrors) ofBlocks.set(block, { key, annotations: read });
    return read;
  };
  const own = tree.annotation === undefined ? [] : readAll([{ part: tree, raw: tree.annotation, path: [] }]);
  for (const [field, annotation] of own) annotations.set(field, annotation);
  for (const [key, { tree: block }] of tree.entries)
    for (const [field, annotation] of readBlock(key, block)) annotations.set(field, annotation);
  return annotations;
}

type NamedAnnotation = readonly [field: string, annotation: Annotation];

/** An annotated part, and the way to it from some part that holds it. */
interface Annotated {
  readonly part: Tree;
  readonly raw: RawAnnotation;
  readonly path: readonly Step[];
}

/**
 * Where the annotated parts of lists and maps are, the ranges that were read without a problem, and all that
 * was read of a block that had none. The scenarios of a sweep share almost all of one tree, and to read its
 * annotations was half of loading each.
 */
const found = new WeakMap<Tree, readonly Annotated[]>();
const sound = new WeakMap<Tree, readonly [number, number]>();
const ofBlocks = new WeakMap<
  Tree,
  { readonly key: string; readonly annotations: readonly NamedAnnotation[] }
>();

/** Lists the annotated parts of a part, itself included, in the order of the file. */
function annotatedIn(part: Tree): readonly Annotated[] {
  const own = part.annotation === undefined ? [] : [{ part, raw: part.annotation, path: [] }];
  if (part.kind === "scalar") return own;
  let all = found.get(part);
  if (all === undefined) {
    const below =
      part.kind === "list"
        ? part.members.flatMap((member, index) => under(index, member))
        : [...part.entries].flatMap(([key, entry]) => under(key, entry.tree));
    all = [...own, ...below];
    found.set(part, all);
  }
  return all;
}

function under(step: Step, part: Tree): Annotated[] {
  return annotatedIn(part).map((annotated) => ({ ...annotated, path: [step, ...annotated.path] }));
}

/**
 * Finds the schema of the numbers below a list or a map, all of which share one kind where annotations are
 * used.
 */
function leafSchema(schema: z.core.$ZodType, part: Tree): z.core.$ZodType | undefined {
  if (leavesOf(schema).length > 0) return schema;
  const inner = bare(schema);
  if (part.kind === "scalar") return inner;
  const below = part.kind === "list" ? schemaBelow(inner, 0) : undefined;
  if (below !== undefined) return leafSchema(below, { kind: "scalar", value: null, place: part.place });
  if (part.kind !== "map") return undefined;
  for (const [key, entry] of part.entries) {
    const next = schemaBelow(inner, key, part);
    if (next !== undefined) return leafSchema(next, entry.tree);
  }
  return undefined;
}
