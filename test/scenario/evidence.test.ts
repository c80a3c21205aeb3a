import { describe, expect, it } from "vitest";
import { MECHANISM_DECLARATIONS } from "../../sim/model/mechanisms.ts";
import { readYaml } from "../support/a-scenario.ts";

interface Row {
  readonly kind?: string;
  readonly value: unknown;
  readonly range: unknown;
  readonly grade: string;
  readonly structural?: boolean;
}
const register = readYaml("scenarios/evidence.yaml") as Record<string, Row>;

interface Annotated {
  readonly path: string;
  readonly value: unknown;
  readonly range?: readonly string[];
  readonly evidence: string;
}

function annotated(part: unknown, path = ""): Annotated[] {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return [];
  const own = "evidence" in part && "value" in part ? [{ ...(part as Annotated), path }] : [];
  return [
    ...own,
    ...Object.entries(part).flatMap(([key, below]) =>
      key === "value" ? [] : annotated(below, `${path}.${key}`),
    ),
  ];
}
const defaults = annotated(readYaml("scenarios/defaults.yaml"));
const amount = (written: unknown): number => Number.parseFloat(String(written));

describe("the evidence register", () => {
  it("has a row for each default that names one", () => {
    expect(defaults.length).toBeGreaterThan(100);
    expect(defaults.filter(({ evidence }) => !(evidence in register)).map(({ path }) => path)).toEqual([]);
  });

  it("has a row for each that a mechanism rests on, and every mechanism of the sources", () => {
    const named = MECHANISM_DECLARATIONS.flatMap(({ evidence }) => evidence);
    expect(named.filter((id) => !(id in register))).toEqual([]);
    expect(
      Array.from({ length: 34 }, (_, n) => `M${n + 1}`).filter((id) => register[id]?.kind !== "mechanism"),
    ).toEqual([]);
  });

  it("gives each assumption a range, or says that it is structural", () => {
    const bare = Object.entries(register).filter(
      ([, row]) => row.grade === "C" && row.range === null && row.structural !== true,
    );
    expect(bare.map(([id]) => id)).toEqual([]);
  });

  it("grades every row A, A-d, B or C", () => {
    expect(
      Object.entries(register).filter(([, { grade }]) => !["A", "A-d", "B", "C"].includes(grade)),
    ).toEqual([]);
  });

  it("has no default outside its range", () => {
    const outside = defaults.filter(({ value, range }) => {
      if (range === undefined || typeof value === "object") return false;
      return !(amount(range[0]) <= amount(value) && amount(value) <= amount(range[1]));
    });
    expect(outside.map(({ path }) => path)).toEqual([]);
  });
});
