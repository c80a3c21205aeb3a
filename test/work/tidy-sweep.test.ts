import { describe, expect, it } from "vitest";
import { sweepWithParameters } from "../../cli/results/sweep-with-parameters.ts";
import { growingDeclarations } from "../../cli/work/sweep-tables.ts";
import { taskSchema } from "../../cli/work/task.ts";
import { sweepPoints } from "../../sim/experiment/design/points.ts";
import { planSweep } from "../../sim/experiment/design/sweep-plan.ts";
import { designTable } from "../../sim/tables/design.ts";
import { sweepTable } from "../../sim/tables/sweep.ts";
import { pointsTable } from "../../sim/tables/sweep-points.ts";
import type { TableDeclaration } from "../../sim/tables/table.ts";
import { aPlan, aResult } from "../tables/some-results.ts";
import { aSweepTask } from "./small-sweep.ts";

const plan = planSweep({
  vary: { "drop_off.base": "-4:-2.5", "link_workers.caseload_cap": "30,50" },
  design: "morris",
  points: 1,
});
const measured = [...sweepPoints(plan)].map((point) => ({
  point,
  plan: aPlan("base"),
  results: [aResult(0, [20, 0.4]), aResult(1, [22, 0.5])],
}));

describe("a tidy sweep", () => {
  const names = (table: { declaration: { columns: readonly { name: string }[] } }) =>
    table.declaration.columns.map(({ name }) => name);
  const wide = sweepTable(plan, measured);
  const tidy = sweepTable(plan, measured, { isTidy: true });

  it("has its parameters in the table of points alone", () => {
    expect(names(designTable(plan)).slice(3)).toEqual(["drop_off.base", "link_workers.caseload_cap"]);
    expect(names(tidy)).toEqual(names(wide).filter((name) => !/^(drop_off|link_workers)\./.test(name)));
    expect(tidy.rows).toBe(wide.rows);
    expect(names(pointsTable(plan, measured[0], { isTidy: true })).slice(0, 2)).toEqual([
      "point",
      "people.reached_3",
    ]);
    const declared = growingDeclarations(plan, { tidy: true });
    for (const declaration of [declared.sweep, declared.points] satisfies TableDeclaration[])
      expect(names({ declaration })).not.toContain("drop_off.base");
  });

  it("gives figures and reports what one with its parameters gives", () => {
    expect(sweepWithParameters(tidy, designTable(plan))).toEqual(wide);
    expect(sweepWithParameters(wide, designTable(plan))).toBe(wide);
  });

  it("is said in the task of the folder only where it was asked for", () => {
    expect(taskSchema.parse(aSweepTask())).not.toHaveProperty("tidy");
    expect(taskSchema.parse(aSweepTask({ tidy: true }))).toHaveProperty("tidy", true);
    expect(taskSchema.safeParse({ ...aSweepTask(), tidy: false }).success).toBe(false);
  });
});
