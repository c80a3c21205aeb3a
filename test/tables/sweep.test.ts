import { describe, expect, it } from "vitest";
import { sweepPoints } from "../../sim/experiment/design/points.ts";
import { planSweep } from "../../sim/experiment/design/sweep-plan.ts";
import { variationOf } from "../../sim/experiment/design/vary.ts";
import { csvText } from "../../sim/tables/csv.ts";
import { designDeclaration, designTable } from "../../sim/tables/design.ts";
import { dictionaryTable } from "../../sim/tables/dictionary.ts";
import { sweepDeclaration, sweepTable } from "../../sim/tables/sweep.ts";
import { aPlan, aResult, rowsOf } from "./some-results.ts";

const written = ["timeline[cut].share=10:30:20 %", "costs.post=x0.9,x1.1", "timeline[cut].rule=drawn,spread"];
const plan = planSweep({ vary: written.map(variationOf) });
const points = [...sweepPoints(plan)];
const measures = aPlan("base");
const run = {
  plan: {
    ...measures,
    metrics: [...measures.metrics, { ...measures.metrics[0]!, groupBy: "pool", group: "a" }],
  },
  results: [aResult(1, [20, 0.4, 3]), aResult(0, [22, Number.NaN, 4])],
};

describe("the table of a design", () => {
  it("has a column for each parameter, with its unit in the declaration and the numbers as written", () => {
    const table = designTable(plan);
    expect(csvText(table).split("\n").slice(0, 4)).toEqual([
      "point,timeline[cut].share,costs.post,timeline[cut].rule",
      "1,10,0.9,drawn",
      "2,30,0.9,drawn",
      "3,10,0.9,spread",
    ]);
    expect(table.declaration.columns.map(({ type, unit }) => [type, unit])).toEqual([
      ["integer", ""],
      ["number", "%"],
      ["number", "times"],
      ["text", ""],
    ]);
  });
});

describe("the table of a sweep", () => {
  const declaration = sweepDeclaration(plan.parameters);

  it("has a row for each metric over everybody, at the values of its point", () => {
    const rows = rowsOf(
      sweepTable(plan, [{ point: points[3]!, ...run }], { metrics: null, hasGroups: false }),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      point: 4,
      "timeline[cut].share": 30,
      "costs.post": 0.9,
      "timeline[cut].rule": "spread",
      metric: "caseload.mean",
      unit: "people",
      mean: 21,
      n: 2,
      p05: 20.1,
      p95: 21.9,
    });
    expect(rows[0]?.ci_high).toBeCloseTo(21 + 12.7062, 4);
    expect(rows[1]).toMatchObject({ metric: "reached_3.share", mean: 0.4, n: 1, ci_low: null, p95: 0.4 });
  });

  it("has groups, or only some metrics, if asked for", () => {
    const groups = rowsOf(
      sweepTable(plan, [{ point: points[0]!, ...run }], { metrics: null, hasGroups: true }),
    );
    expect(groups.map(({ group }) => group)).toEqual(["all", "all", "a"]);
    const one = sweepTable(plan, [{ point: points[0]!, ...run }], {
      metrics: ["reached_3.share"],
      hasGroups: true,
    });
    expect(rowsOf(one).map(({ metric }) => metric)).toEqual(["reached_3.share"]);
  });

  it("does not depend on the order in which replications ended", () => {
    const backwards = { ...run, results: [...run.results].reverse() };
    const wanted = { metrics: null, hasGroups: true };
    expect(sweepTable(plan, [{ point: points[0]!, ...backwards }], wanted)).toEqual(
      sweepTable(plan, [{ point: points[0]!, ...run }], wanted),
    );
  });

  it("is explained in the dictionary, column by column", () => {
    const rows = rowsOf(dictionaryTable([designDeclaration(plan), declaration], [run.plan]));
    expect(rows.filter(({ name }) => name === "timeline[cut].share")).toHaveLength(2);
    for (const { meaning } of rows) expect(meaning).not.toBe("");
  });
});
