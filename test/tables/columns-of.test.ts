import { describe, expect, it } from "vitest";
import { columnsOf } from "../../sim/tables/columns-of.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "../../sim/tables/make-table.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { valuesOf } from "../../sim/tables/values-of.ts";
import { aPlan, aResult } from "./some-results.ts";

const builder = tableBuilder({
  name: "small",
  meaning: "",
  columns: [textColumn("name", ""), numberColumn("mean", "people", ""), integerColumn("n", "", "")],
});
builder.add({ name: "a", mean: 1.5, n: 2 });
builder.add({ name: null, mean: null, n: 0 });
const table = builder.build();

describe("a table read by column", () => {
  it("gives typed arrays for numbers, NaN where there is none, and texts", () => {
    expect(columnsOf(table)).toEqual({
      name: ["a", ""],
      mean: Float64Array.of(1.5, Number.NaN),
      n: Float64Array.of(2, 0),
    });
  });

  it("gives a copy, so that whoever sorts a column does not change the table", () => {
    columnsOf(table).mean.fill(0);
    expect(columnsOf(table).mean[0]).toBe(1.5);
  });
});

describe("a table read by row", () => {
  it("gives objects, null where there is no number", () => {
    expect(rowsOf(table)).toEqual([
      { name: "a", mean: 1.5, n: 2 },
      { name: "", mean: null, n: 0 },
    ]);
  });
});

describe("the values of a metric", () => {
  const run = { plan: aPlan("base"), results: [aResult(1, [20, 0.4]), aResult(0, [22, Number.NaN])] };

  it("come in order of replication, NaN where a replication has none", () => {
    expect(valuesOf(run, "caseload.mean")).toEqual(Float64Array.of(22, 20));
    expect(valuesOf(run, "reached_3.share")).toEqual(Float64Array.of(Number.NaN, 0.4));
  });

  it("are refused where it is not measured, with the nearest that is", () => {
    expect(() => valuesOf(run, "caseload.men")).toThrow(
      "base does not measure caseload.men. Did you mean caseload.mean?",
    );
    expect(() => valuesOf(run, "caseload.mean", { groupBy: "pool", group: "z" })).toThrow(
      /^base does not measure caseload.mean by pool, z\.$/,
    );
  });
});
