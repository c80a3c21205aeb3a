import { describe, expect, it } from "vitest";
import {
  ATTRIBUTE_TABLES,
  COMPARE_TABLES,
  PLAN_TABLES,
  RUN_TABLES,
  SENSITIVITY_TABLES,
  VALIDATE_TABLES,
} from "../../sim/tables/declarations.ts";
import { everyTable } from "../support/every-table.ts";

const tables = await everyTable();

describe("every table that is declared", () => {
  it("is known: of a run, a comparison, an attribution, a sensitivity analysis, a plan, a validation, a sweep or a scenario", () => {
    const listed = new Set(
      [
        ...RUN_TABLES,
        ...COMPARE_TABLES,
        ...ATTRIBUTE_TABLES,
        ...SENSITIVITY_TABLES,
        ...PLAN_TABLES,
        ...VALIDATE_TABLES,
      ].map(({ name }) => name),
    );
    const others = tables.filter(({ name }) => !listed.has(name));
    expect(others.map(({ name }) => name)).toEqual([
      "before_after",
      "learnt",
      "parameters",
      "sweep_replications",
      "waves",
      "design",
      "sweep",
      "members",
      "emulators",
      "points",
      "points",
    ]);
    expect(tables.length).toBeGreaterThan(12);
  });

  it.each(tables.map((table) => [table.name, table] as const))(
    "%s says what it holds, and of each column what it means and in which unit",
    (_, { meaning, columns }) => {
      expect(meaning).toMatch(/^[A-Z].*[^.]$/);
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      const mute = columns.filter((column) => !/\w{2}/.test(column.meaning));
      const bare = columns.filter(({ type, unit }) => type === "number" && unit === "");
      expect([...mute, ...bare].map(({ name }) => name)).toEqual([]);
    },
  );
});
