import { describe, expect, it } from "vitest";
import { svgOf } from "../../cli/figures/render.ts";
import type { FigureInput } from "../../sim/figures/figure.ts";
import { figureOf } from "../../sim/figures/figure-of.ts";
import { SURFACE_FIGURE } from "../../sim/figures/surface.ts";
import { SUMMARY_OF_ENSEMBLE } from "../../sim/tables/summary.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";
import { someInput, sweepOf, tableOf } from "./some-tables.ts";

const POINTS = [[10], [20], [30]];
const shareAt = ([x]: readonly number[]): number => 0.3 + x / 200;

/** A sweep over one parameter, with ranges of so many percentage points either way. */
function sweepWith(points: number | null): FigureInput {
  const table = sweepOf(["cut"], POINTS, shareAt);
  const named = table.declaration.columns.map(({ name }) => name);
  const rows = POINTS.map((_, row) => {
    const cells = named.map((name, i): [string, Cell] => [name, table.columns[i][row]]);
    const mean = Number(table.columns[named.indexOf("mean")][row]);
    const range = { range_low: mean - (points ?? 0) / 100, range_high: mean + (points ?? 0) / 100 };
    const predicted = { predict_low: range.range_low, predict_high: range.range_high };
    return { ...Object.fromEntries(cells), ...range, ...predicted };
  });
  const column = table.declaration.columns[named.indexOf("mean")];
  const added = ["range_low", "range_high", "predict_low", "predict_high"].map((name) => ({
    ...column,
    name,
  }));
  const declaration = { ...table.declaration, columns: [...table.declaration.columns, ...added] };
  const whole: Table = points === null ? table : tableOf(declaration, rows);
  return { ...someInput(), tables: new Map([["sweep", whole]]) };
}

describe("the figure of a sweep under an ensemble", () => {
  it("has both widths, named, and takes no column of a width for a parameter", async () => {
    const { spec } = textOf(sweepWith(8));
    expect(spec).toContain("band: 95 % interval, pale: what is not known, in nine of ten sets");
    expect(spec).toContain("over cut");
    expect(spec).not.toContain("over cut and");
    expect(spec).not.toContain("Also varied");
    expect(spec).toContain('"range_low":27');
    const [wide, narrow] = await Promise.all([8, 2].map((points) => svgOf(textOf(sweepWith(points)).figure)));
    expect(wide).not.toBe(narrow);
  });

  it("has one width without", () => {
    const { spec } = textOf(sweepWith(null));
    expect(spec).toContain("band: 95 % interval.");
    expect(spec).not.toContain("not known");
    expect(spec).not.toContain("range_low");
  });
});

/** Results of a run, or those of an ensemble whose ranges reach so far either way of each mean. */
function resultsWith(either: number | null): FigureInput {
  const input = someInput();
  const table = input.tables.get("summary");
  if (either === null || table === undefined) return input;
  const names = SUMMARY_OF_ENSEMBLE.columns.map(({ name }) => name);
  const means = [...table.columns[names.indexOf("mean")]].map(Number);
  const columns = names.map((name, i) => {
    if (i < table.columns.length) return table.columns[i];
    return means.map((mean) => mean * (name.endsWith("low") ? 1 - either : 1 + either));
  });
  const summary: Table = { ...table, declaration: SUMMARY_OF_ENSEMBLE, columns };
  return { ...input, tables: new Map([...input.tables, ["summary", summary]]) };
}

const drawn = (name: string, either: number | null) => {
  const figure = figureOf(name, resultsWith(either));
  return { figure, spec: JSON.stringify(figure) };
};

describe("a figure of results under an ensemble", () => {
  it.each(["people", "waits", "retention", "time", "equity", "organisations"])(
    "%s draws both widths, and says which is which",
    async (name) => {
      const [wide, close] = [0.1, 0.05].map((either) => drawn(name, either));
      expect(wide.spec).toContain("95 % interval");
      expect(wide.spec).toContain("what is not known, in nine of ten sets");
      expect(await svgOf(wide.figure)).not.toBe(await svgOf(close.figure));
      const without = drawn(name, null).spec;
      expect(without).not.toContain("not known, in nine");
      expect(without).not.toContain('range_low":');
    },
  );

  it.each(["caseload", "months", "flow", "spreadsheet"])("%s says that it has chance only", (name) => {
    expect(drawn(name, 0.1).spec).toContain("chance only, not what is not known");
    expect(drawn(name, null).spec).not.toContain("chance only");
  });

  it("writes words behind both widths, not over them", () => {
    const ends = [...drawn("time", 0.3).spec.matchAll(/"range_high":([\d.]+),"end":([\d.]+)/g)];
    expect(ends.length).toBeGreaterThan(0);
    for (const [, high, end] of ends) expect(Number(end)).toBeGreaterThanOrEqual(Number(high));
  });
});

function textOf(input: FigureInput) {
  const figure = SURFACE_FIGURE.make(input, {});
  return { figure, spec: JSON.stringify(figure) };
}
