import * as z from "zod";
import { type Leaf, leaves } from "../quantity.ts";
import { idOf, partAt, type Tree } from "./tree.ts";

/** Takes the optional, default and transform layers off a schema. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  for (;;) {
    if (leaves.has(inner as z.ZodType)) return inner;
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
      inner = inner.def.innerType;
    else if (inner instanceof z.ZodPipe) inner = inner.def.in;
    else return inner;
  }
}

/** Says what leaf a schema is, trying the branches of a union in turn. */
export function leavesOf(schema: z.core.$ZodType): readonly Leaf[] {
  const inner = bare(schema);
  const leaf = leaves.get(inner as z.ZodType);
  if (leaf !== undefined) return [leaf];
  return inner instanceof z.ZodUnion ? inner.def.options.flatMap(leavesOf) : [];
}

/**
 * Finds the schema one step further: of a key, or of the members of a list; the tree chooses among kinds.
 */
export function schemaBelow(
  schema: z.core.$ZodType,
  step: PropertyKey,
  tree?: Tree,
): z.core.$ZodType | undefined {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return typeof step === "number" ? inner.def.element : undefined;
  if (typeof step !== "string") return undefined;
  if (inner instanceof z.ZodObject) return Object.hasOwn(inner.shape, step) ? inner.shape[step] : undefined;
  if (inner instanceof z.ZodRecord) {
    const names = recordNames(inner);
    return names === undefined || names.includes(step) ? inner.def.valueType : undefined;
  }
  for (const option of branches(inner, tree)) {
    const found = schemaBelow(option, step, tree);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Lists the schemas one step further in every branch: all that may stand there where no tree chooses among
 * kinds.
 */
export function everySchemaBelow(schema: z.core.$ZodType, step: PropertyKey): readonly z.core.$ZodType[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodUnion)
    return inner.def.options.flatMap((option) => everySchemaBelow(option, step));
  const below = schemaBelow(inner, step);
  return below === undefined ? [] : [below];
}

/** Lists the keys that a schema knows; undefined where any key may stand or none. */
export function knownKeys(schema: z.core.$ZodType, tree?: Tree): readonly string[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodRecord) return recordNames(inner) ?? [];
  return [...new Set(branches(inner, tree).flatMap((option) => knownKeys(option, tree)))];
}

/** Lists the paths that end in a key of this name, without those within lists. */
export function pathsTo(name: string, schema: z.core.$ZodType, above = ""): readonly string[] {
  return knownKeys(schema).flatMap((key) => {
    const below = schemaBelow(schema, key);
    return [
      ...(key === name ? [`${above}${key}`] : []),
      ...(below === undefined ? [] : pathsTo(name, below, `${above}${key}.`)),
    ];
  });
}

/** Finds the schema at a path of a tree. */
export function schemaAt(
  root: z.core.$ZodType,
  tree: Tree,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = root;
  for (const [index, step] of path.entries()) {
    if (schema === undefined) return undefined;
    schema = schemaBelow(schema, step, partAt(tree, path.slice(0, index)));
  }
  return schema;
}

/**
 * Finds the position in a list of a member by its id, or by its number counted from 1 if members have no
 * ids.
 */
export function positionOf(members: readonly Tree[], name: string): number | undefined {
  const byId = members.findIndex((member) => idOf(member) === name);
  if (byId >= 0) return byId;
  const number = /^\d{1,9}$/.test(name) ? Number(name) : 0;
  const isCounted = number >= 1 && number <= members.length && idOf(members[number - 1]) === undefined;
  return isCounted ? number - 1 : undefined;
}

function branches(schema: z.core.$ZodType, tree: Tree | undefined): readonly z.core.$ZodType[] {
  if (!(schema instanceof z.ZodUnion)) return [];
  const { options } = schema.def;
  if (!(schema instanceof z.ZodDiscriminatedUnion) || tree === undefined) return options;
  const kind = partAt(tree, [schema.def.discriminator]);
  if (kind?.kind !== "scalar") return options;
  const chosen = options.filter((option) => {
    const word = option instanceof z.ZodObject ? option.shape[schema.def.discriminator] : undefined;
    return word instanceof z.ZodLiteral && word.def.values.includes(kind.value);
  });
  return chosen.length > 0 ? chosen : options;
}

function recordNames(schema: z.ZodRecord): readonly string[] | undefined {
  const keys = schema.def.keyType;
  return keys instanceof z.ZodEnum ? Object.values(keys.def.entries).map(String) : undefined;
}
