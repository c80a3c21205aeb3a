import * as z from "zod";
import type { Leaf } from "../quantity.ts";
import { bare, leavesOf, schemaBelow } from "./walk-schema.ts";

/** Finds the leaf of the numbers in a list or a map. */
export function leafBelow(schema: z.core.$ZodType, value: unknown): readonly Leaf[] {
  const kinds = leavesOf(schema);
  if (kinds.length > 0 || typeof value !== "object" || value === null) return kinds;
  const [first] = Object.entries(value);
  if (first === undefined) return [];
  const below = schemaBelow(schema, Array.isArray(value) ? 0 : first[0]);
  return below === undefined ? [] : leafBelow(below, first[1]);
}

/** Chooses the member of a union of kinds that a value is of. */
export function optionFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const inner = bare(schema);
  if (!(inner instanceof z.ZodDiscriminatedUnion)) return inner;
  const { discriminator, options } = inner.def;
  const kind = (value as Readonly<Record<string, unknown>>)[discriminator];
  const chosen = options.find((option) => {
    const word = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
    return word instanceof z.ZodLiteral && word.def.values.includes(kind as string);
  });
  return chosen ?? inner;
}

/** Names a member of a list as paths do: by its id, or else by its number from 1. */
export const memberName = (member: unknown, index: number): string =>
  typeof member === "object" && member !== null && "id" in member && typeof member.id === "string"
    ? member.id
    : String(index + 1);
