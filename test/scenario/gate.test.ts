import { describe, expect, it } from "vitest";
import * as z from "zod";
import { bare } from "../../sim/scenario/internal/walk-schema.ts";
import { leaves } from "../../sim/scenario/quantity.ts";
import { scenarioSchema } from "../../sim/scenario/schema.ts";

interface Field {
  readonly path: string;
  readonly schema: z.core.$ZodType;
}

/** Lists what has no field below it, in every block and every branch. */
function fieldsOf(schema: z.core.$ZodType, path: string): Field[] {
  const inner = bare(schema);
  if (leaves.has(inner as z.ZodType)) return [{ path, schema: inner }];
  if (inner instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(inner.shape).flatMap(([key, below]) =>
      fieldsOf(below, path === "" ? key : `${path}.${key}`),
    );
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element, `${path}[]`);
  if (inner instanceof z.ZodRecord) return fieldsOf(inner.def.valueType, `${path}.*`);
  if (inner instanceof z.ZodUnion)
    return inner.def.options.flatMap((option) => {
      const kind = option instanceof z.ZodObject ? option.shape.kind : undefined;
      const name = kind instanceof z.ZodLiteral ? `${path}(${kind.def.values[0]})` : path;
      return fieldsOf(option, name);
    });
  return [{ path, schema: inner }];
}

const fields = fieldsOf(scenarioSchema, "");
const takes = ({ schema }: Field, value: unknown): boolean => (schema as z.ZodType).safeParse(value).success;

/** What no field takes, whatever it holds. */
const NONSENSE: readonly unknown[] = [
  null,
  {},
  [],
  [null],
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  -1e300,
];

describe("every field of every block of a scenario", () => {
  it("is walked", () => {
    expect(fields.length).toBeGreaterThan(300);
    for (const path of ["standards[].at_most", "timeline[](posts_cut).announced", "people.age_bands.*"])
      expect(fields.map((field) => field.path)).toContain(path);
  });

  it("refuses what is no value at all, and numbers without end", () => {
    const open = fields.flatMap((field) =>
      NONSENSE.filter((value) => takes(field, value)).map((value) => `${field.path} takes ${String(value)}`),
    );
    expect(open).toEqual([]);
  });

  it("bounds what it takes: a quantity both ways, a text in length, a word by a list", () => {
    const unbounded = fields.filter(({ schema }) => {
      const leaf = leaves.get(schema as z.ZodType);
      if (leaf?.leaf === "quantity")
        return !(
          Number.isFinite(leaf.min) &&
          Number.isFinite(leaf.max) &&
          leaf.min < leaf.max &&
          leaf.meaning !== ""
        );
      if (leaf !== undefined) return takes({ path: "", schema }, "x".repeat(100_000));
      if (schema instanceof z.ZodString) return takes({ path: "", schema }, "x".repeat(100_000));
      return !(
        schema instanceof z.ZodEnum ||
        schema instanceof z.ZodLiteral ||
        schema instanceof z.ZodBoolean
      );
    });
    expect(unbounded.map(({ path }) => path)).toEqual([]);
  });

  it("refuses a quantity beyond its bounds, and one in the unit of another", () => {
    const quantities = fields.flatMap((field) => {
      const leaf = leaves.get(field.schema as z.ZodType);
      return leaf?.leaf === "quantity" ? [{ field, leaf }] : [];
    });
    expect(quantities.length).toBeGreaterThan(200);
    for (const { field, leaf } of quantities) {
      const wrong = leaf.kind === "money" ? "4 weeks" : "4 GBP";
      expect(takes(field, wrong), `${field.path} takes ${wrong}`).toBe(false);
      expect(takes(field, "1 parsec"), field.path).toBe(false);
      expect(takes(field, leaf.max * 2 + 1), field.path).toBe(false);
    }
  });

  it("that checked nothing would be found", () => {
    const planted = fieldsOf(scenarioSchema.extend({ remark: z.any() }), "");
    expect(planted.filter((field) => takes(field, null)).map(({ path }) => path)).toEqual(["remark"]);
  });
});
