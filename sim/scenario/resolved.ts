import { Document, isMap, isSeq, visit } from "yaml";
import * as z from "zod";
import { writeQuantity } from "./internal/read-quantity.ts";
import { bare, leavesOf, schemaBelow } from "./internal/walk-schema.ts";
import type { Annotation, LoadedScenario } from "./load.ts";
import type { Leaf } from "./quantity.ts";
import { scenarioSchema } from "./schema.ts";

export type Written = string | number | boolean | Written[] | { [key: string]: Written };

/**
 * Writes a scenario as one self-contained YAML text: every default filled in, CSV rows inlined, in the units
 * of users; loading it gives the same scenario.
 */
export function resolvedYaml(loaded: Pick<LoadedScenario, "scenario" | "annotations">): string {
  const document = new Document(writtenScenario(loaded), {
    version: "1.2",
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Collection: (_, node) => {
      const isShort = isSeq(node) || (isMap(node) && (node.has("value") || node.has("id")));
      const hasMaps = node.items.some((item) => isMap(item));
      if (isShort && !hasMaps) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Gives a scenario as it is written, a tree of texts and numbers in the units of users. */
export function writtenScenario(loaded: Pick<LoadedScenario, "scenario" | "annotations">): Written {
  return writtenAs(scenarioSchema, loaded.scenario, "", loaded.annotations);
}

function writtenAs(
  schema: z.core.$ZodType,
  value: unknown,
  path: string,
  annotations: ReadonlyMap<string, Annotation>,
): Written {
  const annotation = annotations.get(path);
  const written = valueAs(schema, value, path, annotations);
  if (annotation === undefined) return written;
  const leaf = leafBelow(schema, value);
  const { range, evidence, note } = annotation;
  return {
    value: written,
    ...(range === undefined ? {} : { range: range.map((end) => leafAs(leaf, end)) }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(note === undefined ? {} : { note }),
  };
}

function valueAs(
  schema: z.core.$ZodType,
  value: unknown,
  path: string,
  annotations: ReadonlyMap<string, Annotation>,
): Written {
  const kinds = leavesOf(schema);
  if (typeof value === "number") return leafAs(kinds, value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    const element = schemaBelow(schema, 0);
    if (element === undefined) throw new TypeError(`no list is declared at ${path}`);
    return value.map((member, index) => {
      const name = hasId(member) ? member.id : String(index + 1);
      return writtenAs(element, member, `${path}[${name}]`, annotations);
    });
  }
  const result: { [key: string]: Written } = {};
  const option = optionFor(schema, value);
  for (const [key, member] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    const below = schemaBelow(option, key);
    if (below === undefined) throw new TypeError(`${key} is not declared at ${path}`);
    if (member !== undefined)
      result[key] = writtenAs(below, member, path === "" ? key : `${path}.${key}`, annotations);
  }
  return result;
}

function leafAs(kinds: readonly Leaf[], value: number): string | number {
  if (value === Number.POSITIVE_INFINITY) return "none";
  if (kinds.some(({ leaf }) => leaf === "timeOfDay")) return timeAs(value);
  const spec = kinds.find((leaf) => leaf.leaf === "quantity");
  if (spec === undefined || spec.kind === "number" || spec.kind === "whole") return value;
  return writeQuantity(spec.kind, value);
}

function timeAs(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Finds the leaf of the numbers in a list or a map. */
function leafBelow(schema: z.core.$ZodType, value: unknown): readonly Leaf[] {
  const kinds = leavesOf(schema);
  if (kinds.length > 0 || typeof value !== "object" || value === null) return kinds;
  const [first] = Object.entries(value);
  if (first === undefined) return [];
  const below = schemaBelow(schema, Array.isArray(value) ? 0 : first[0]);
  return below === undefined ? [] : leafBelow(below, first[1]);
}

/** Chooses the member of a union of kinds that a value is of. */
function optionFor(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
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

const hasId = (member: unknown): member is { readonly id: string } =>
  typeof member === "object" && member !== null && "id" in member && typeof member.id === "string";
