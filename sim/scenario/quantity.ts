import * as z from "zod";
import { dayNumber } from "../engine/civil-date.ts";
import { readQuantity, writeQuantity } from "./internal/read-quantity.ts";
import { KINDS, type QuantityKind } from "./internal/units.ts";

/** Bounds and explains one quantity; the bounds are in the base unit. */
export interface QuantityOptions {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly meaning: string;
}

/** Says what a leaf of the schema is, so that files can be written back and editors told. */
export type Leaf =
  | ({ readonly leaf: "quantity"; readonly kind: QuantityKind } & QuantityOptions)
  | { readonly leaf: "date" | "timeOfDay" | "unlimited" | "text" };

/** Remembers the leaf of each schema that this module made. */
export const leaves = z.registry<Leaf>();

/** What an issue of these schemas carries in `params`, for the message. */
export interface Refusal {
  readonly expected: string;
  readonly hint?: string;
}

/** Declares a quantity with its unit; users write text, the model gets a number in the base unit. */
export function quantity(kind: QuantityKind, options: QuantityOptions): z.ZodType<number, unknown> {
  const { min, max, meaning } = options;
  const whole = (options.whole ?? false) || kind === "whole";
  const spec = { leaf: "quantity", kind, min, max, meaning, whole } as const;
  const expected = `${meaning}: ${boundsInWords(kind, min, max, whole)}`;
  const input = z.unknown().meta({ description: expected, leaf: spec });
  const schema = input.transform((written, context) => {
    const reading = readQuantity(kind, written);
    if (!reading.ok) return refuse(context, expected, reading.hint);
    const { value } = reading;
    if (value < min || value > max) return refuse(context, expected, outOfBoundsHint(kind, written));
    if (whole && !Number.isInteger(value)) return refuse(context, expected, "Write a whole number.");
    return value;
  });
  leaves.add(schema, spec);
  return schema;
}

/** Declares a calendar day written as ISO text, such as 2014-04-02. */
export function date(meaning: string): z.ZodType<string, unknown> {
  const expected = `${meaning}: a date such as 2014-04-02`;
  const shape = { type: "string", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
  const schema = z
    .unknown()
    .meta({ description: expected, ...shape })
    .transform((written, context) => {
      if (typeof written === "string" && /^(19|20|21)/.test(written) && !Number.isNaN(dayNumber(written)))
        return written;
      return refuse(context, expected, "Write the year, month and day of a real day from 1900 to 2199.");
    });
  leaves.add(schema, { leaf: "date" });
  return schema;
}

/** Declares a time of day written as "09:00"; the model gets minutes after midnight. */
export function timeOfDay(meaning: string): z.ZodType<number, unknown> {
  const expected = `${meaning}: a time of day such as "09:00"`;
  const shape = { type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" };
  const schema = z
    .unknown()
    .meta({ description: expected, ...shape })
    .transform((written, context) => {
      const parsed = typeof written === "string" ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(written) : null;
      if (parsed === null) return refuse(context, expected, "Write hours and minutes from 00:00 to 23:59.");
      return Number(parsed[1]) * 60 + Number(parsed[2]);
    });
  leaves.add(schema, { leaf: "timeOfDay" });
  return schema;
}

/** Declares a line of text such as an id. */
export function text(options: { max: number; pattern: RegExp; meaning: string }): z.ZodType<string, unknown> {
  const { max, pattern, meaning } = options;
  const expected = `${meaning}: text of 1 to ${max} characters (${patternInWords(pattern)})`;
  const shape = { type: "string", minLength: 1, maxLength: max, pattern: pattern.source };
  const schema = z
    .unknown()
    .meta({ description: meaning, ...shape })
    .transform((written, context) => {
      if (typeof written === "number" || typeof written === "boolean")
        return refuse(context, expected, `Put quotes around it: "${written}".`);
      if (typeof written === "string" && written.length <= max && pattern.test(written)) return written;
      return refuse(context, expected);
    });
  leaves.add(schema, { leaf: "text" });
  return schema;
}

/**
 * Declares a number with the unit of what it is asked of, such as 90 %, 28 days or 40 people; it stays text,
 * since only the metric says in which unit it is read.
 */
export function target(meaning: string): z.ZodType<string, unknown> {
  const expected = `${meaning}: a number with its unit, such as 90 %, 28 days or 40 people`;
  const plainForms = [{ type: "string", minLength: 1, maxLength: 60 }, { type: "number" }];
  const annotated = {
    type: "object",
    properties: { value: { anyOf: plainForms }, evidence: { type: "string" }, note: { type: "string" } },
    required: ["value"],
    additionalProperties: false,
  };
  const schema = z
    .unknown()
    .meta({ description: expected, anyOf: [...plainForms, annotated] })
    .transform((value, context) => {
      if (typeof value === "number" && Math.abs(value) <= 1e15) return String(value);
      if (typeof value === "string" && value.length <= 60 && /\d/.test(value)) return value;
      return refuse(context, expected);
    });
  leaves.add(schema, { leaf: "text" });
  return schema;
}

/** Declares the word `none`, which the model gets as Infinity. */
export function unlimited(): z.ZodType<number, unknown> {
  const schema = z
    .unknown()
    .meta({ description: "no limit", const: "none" })
    .transform((written, context) =>
      written === "none" ? Number.POSITIVE_INFINITY : refuse(context, "none"),
    );
  leaves.add(schema, { leaf: "unlimited" });
  return schema;
}

function refuse(context: z.core.$RefinementCtx, expected: string, hint?: string): never {
  const params: Refusal = hint === undefined ? { expected } : { expected, hint };
  context.issues.push({ code: "custom", input: context.value, message: expected, params: { ...params } });
  return z.NEVER;
}

function boundsInWords(kind: QuantityKind, min: number, max: number, whole: boolean): string {
  const noun = whole && kind !== "whole" ? KINDS[kind].noun.replace(/^a /, "a whole ") : KINDS[kind].noun;
  const low =
    min > 0 && min < 1e-6 ? `more than ${writeQuantity(kind, 0)}` : `from ${writeQuantity(kind, min)}`;
  return `${noun} ${low} to ${writeQuantity(kind, max)}`;
}

function outOfBoundsHint(kind: QuantityKind, written: unknown): string | undefined {
  if (kind !== "share" || typeof written !== "number" || written <= 1 || written > 100) return undefined;
  return `Did you mean ${written} %?`;
}

const patternInWords = (pattern: RegExp): string =>
  pattern.source.startsWith("^[A-Za-z0-9][A-Za-z0-9 ._/-]")
    ? "letters, digits, spaces, and . _ / -, first a letter or digit"
    : `matching ${pattern.source}`;
