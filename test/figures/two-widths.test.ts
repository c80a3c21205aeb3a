import { describe, expect, it } from "vitest";
import { svgOf } from "../../cli/figures/render.ts";
import type { FigureInput } from "../../sim/figures/figure.ts";
import { SURFACE_FIGURE } from "../../sim/figures/surface.ts";
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

function textOf(input: FigureInput) {
  const figure = SURFACE_FIGURE.make(input, {});
  return { figure, spec: JSON.stringify(figure) };
}
