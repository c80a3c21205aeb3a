import * as z from "zod";
import { KINDS, type QuantityKind } from "./internal/units.ts";
import type { Leaf } from "./quantity.ts";
import { scenarioSchema } from "./schema.ts";

/** A JSON Schema, as plain data. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * Makes the published JSON Schema (draft 2020-12) from the declaration; no key is required, as bases and
 * defaults fill them.
 */
export function scenarioJsonSchema(): JsonSchema {
  const base = {
    type: "string",
    description: "the scenario, a file or a folder with scenario.yaml, that this one changes",
  };
  return publishedSchema(scenarioSchema, "linksim scenario", "map", { extends: base });
}

/**
 * Makes the JSON Schema of another file whose fields are declared as a scenario's are; its required keys are
 * required.
 */
export function documentJsonSchema(schema: z.ZodType, title: string): JsonSchema {
  return publishedSchema(schema, title, "member", {});
}

function publishedSchema(
  schema: z.ZodType,
  title: string,
  standing: Standing,
  more: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const declared = published(
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema,
    standing,
  );
  const { $schema, properties, ...rest } = declared;
  const whole = { $schema, title, ...rest, properties: { ...more, ...(properties as JsonSchema) } };
  const text = JSON.stringify(whole);
  const kinds = (Object.keys(KINDS) as QuantityKind[]).filter((kind) => text.includes(`#/$defs/${kind}"`));
  return { ...whole, $defs: Object.fromEntries(kinds.map((kind) => [kind, kindSchema(kind)])) };
}

/**
 * Says whether a schema stands in a map, whose keys may all be missing, or is a member of a list, which must
 * be whole.
 */
type Standing = "map" | "member" | "timeline";

function published(schema: JsonSchema, standing: Standing): JsonSchema {
  const leaf = schema.leaf as Leaf | undefined;
  if (leaf?.leaf === "quantity") return quantityReference(schema, leaf);
  const { default: _, properties, items, anyOf, oneOf, additionalProperties, required, ...result } = schema;
  const options = (anyOf ?? oneOf) as JsonSchema[] | undefined;
  if (options !== undefined) result.anyOf = options.map((option) => published(option, standing));
  if (items !== undefined)
    result.items = published(items as JsonSchema, standing === "timeline" ? "timeline" : "member");
  if (additionalProperties !== undefined) {
    const isSchema = typeof additionalProperties === "object" && additionalProperties !== null;
    result.additionalProperties = isSchema
      ? published(additionalProperties as JsonSchema, standing)
      : additionalProperties;
  }
  if (standing === "member" && required !== undefined) result.required = required;
  if (standing === "timeline" && properties !== undefined) result.required = ["id"];
  if (properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(properties as Record<string, JsonSchema>).map(([key, property]) => {
        const inner = standing === "member" ? "member" : key === "timeline" ? "timeline" : "map";
        return [key, withAnnotation(published(property, inner))];
      }),
    );
  }
  return result;
}

/** Refers to the kind of quantity; the bounds beside it bind only numbers without a unit. */
function quantityReference(schema: JsonSchema, leaf: Leaf & { leaf: "quantity" }): JsonSchema {
  const bounds = KINDS[leaf.kind].bare ? { minimum: leaf.min, maximum: leaf.max } : {};
  const whole = KINDS[leaf.kind].bare && leaf.whole ? { multipleOf: 1 } : {};
  return { description: schema.description, $ref: `#/$defs/${leaf.kind}`, ...bounds, ...whole };
}

function kindSchema(kind: QuantityKind): JsonSchema {
  const { noun, written, example, bare, pattern } = KINDS[kind];
  const forms: JsonSchema[] = [{ type: "string", pattern }, ...(bare ? [{ type: "number" }] : [])];
  const limit = { const: "none" };
  return {
    description: `${noun}, written in ${written}`,
    examples: [example],
    anyOf: [...forms, annotated({ anyOf: [...forms, limit] }, { anyOf: [...forms, limit] })],
  };
}

/** Lets a word, a list or a map of quantities be written as `{value, range, evidence, note}` too. */
function withAnnotation(schema: JsonSchema): JsonSchema {
  const isWord = schema.enum !== undefined;
  const items = schema.items as JsonSchema | undefined;
  const isList = items !== undefined && items.properties === undefined && items.anyOf === undefined;
  const members = Object.values((schema.properties ?? {}) as Record<string, JsonSchema>);
  const open = schema.additionalProperties as JsonSchema | boolean | undefined;
  const isMap =
    (members.length > 0 && members.every((member) => member.$ref !== undefined)) ||
    (typeof open === "object" && open.$ref !== undefined);
  if (!isWord && !isList && !isMap) return schema;
  const { description, ...value } = schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [value, annotated(value, {})] };
}

function annotated(value: JsonSchema, rangeEnd: JsonSchema): JsonSchema {
  return {
    type: "object",
    properties: {
      value,
      range: { type: "array", items: rangeEnd, minItems: 2, maxItems: 2, description: "lowest and highest" },
      evidence: { type: "string", description: "row of the evidence register" },
      note: { type: "string" },
    },
    required: ["value"],
    additionalProperties: false,
  };
}
