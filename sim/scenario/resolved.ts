import { Document, isMap, isSeq, visit } from "yaml";
import type * as z from "zod";
import type { Action } from "./actions.ts";
import { readQuantity, writeQuantities, writeQuantity } from "./internal/read-quantity.ts";
import { leafBelow, memberName, optionFor } from "./internal/value-schemas.ts";
import { leavesOf, schemaBelow } from "./internal/walk-schema.ts";
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
  const { scenario, annotations } = loaded;
  return writtenAs(
    scenarioSchema,
    { ...scenario, timeline: scenario.timeline.map(asAsked) },
    "",
    annotations,
  );
}

/** Leaves out the rule of a cut that names its posts: nothing asks for it, and a file with it is refused. */
function asAsked(action: Action): unknown {
  if (action.kind !== "posts_cut" || action.posts === undefined) return action;
  const { rule, ...asked } = action;
  return asked;
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
  const { range, evidence, note } = annotation;
  const ranged = range === undefined ? undefined : rangeAs(leafBelow(schema, value), value, range);
  return {
    value: ranged?.value ?? written,
    ...(ranged === undefined ? {} : { range: ranged.range }),
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
      return writtenAs(element, member, `${path}[${memberName(member, index)}]`, annotations);
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

/**
 * Writes a range in one unit, that of the value too where it is one number and is read back the same from
 * it.
 */
function rangeAs(
  kinds: readonly Leaf[],
  value: unknown,
  range: readonly [number, number],
): { readonly value?: string; readonly range: Written[] } {
  const spec = kinds.find((leaf) => leaf.leaf === "quantity");
  if (spec === undefined || spec.kind === "number" || spec.kind === "whole")
    return { range: range.map((end) => leafAs(kinds, Number(end.toPrecision(15)))) };
  if (typeof value !== "number" || !Number.isFinite(value))
    return { range: [...writeQuantities(spec.kind, range)] };
  const [whole, ...ends] = writeQuantities(spec.kind, [value, ...range]);
  const reading = readQuantity(spec.kind, whole);
  return reading.ok && reading.value === value ? { value: whole, range: ends } : { range: ends };
}

function timeAs(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
