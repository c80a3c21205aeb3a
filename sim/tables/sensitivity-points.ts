import { valueAt } from "../experiment/design/varied-parameter.ts";
import type { MeasuredSensitivityPoint } from "../experiment/sensitivity.ts";
import { designRows, type SensitivityPlan } from "../experiment/sensitivity-plan.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { SensitivityOf } from "./sensitivity.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of the rows of the design. */
export const SENSITIVITY_DESIGN = {
  name: "sensitivity_design",
  meaning:
    "The rows of the design: each has a point A and a point B, and every other point of the row is A with " +
    "something taken from B",
  columns: [
    textColumn("stage", "screening or variance"),
    integerColumn("row", "", "Row of the design in its stage, from 1"),
    textColumn("parameter", "Path of the parameter"),
    textColumn("parameter_unit", "Unit of its values; empty for a number without one"),
    textColumn("a", "Its value at A, as --set takes it"),
    textColumn("b", "Its value at B"),
  ],
} satisfies TableDeclaration;

/** Declares the table of what was measured at each point. */
export const SENSITIVITY_VALUES = {
  name: "sensitivity_values",
  meaning: "What was measured at each point of the design, replication by replication",
  columns: [
    integerColumn("point", "", "Number of the point, from 1"),
    textColumn("stage", "screening or variance"),
    integerColumn("row", "", "Row of the design in its stage, from 1"),
    textColumn("at", "A, B, or what is taken from B: the path of a parameter, or those of a grade"),
    textColumn("scenario", "Scenario that was simulated"),
    integerColumn("replication", "", "Number of the replication, from 0"),
    textColumn("metric", "What is measured; its meaning is in the table dictionary"),
    numberColumn("value", "as the metric", "The value; empty where there is none"),
  ],
} satisfies TableDeclaration;

/** Returns a row for each row of the design and parameter. */
export function sensitivityDesignTable(plan: SensitivityPlan): TableOf<typeof SENSITIVITY_DESIGN> {
  const table = tableBuilder(SENSITIVITY_DESIGN);
  for (const { stage, row, a, b } of designRows(plan))
    plan.parameters.forEach(({ path, unit, varied }, i) => {
      table.add({
        stage,
        row,
        parameter: path,
        parameter_unit: unit,
        a: valueAt(varied, a[i]).text,
        b: valueAt(varied, b[i]).text,
      });
    });
  return table.build();
}

/** Returns what was measured, point by point. */
export function sensitivityValuesTable(
  plan: SensitivityPlan,
  points: readonly MeasuredSensitivityPoint[],
  { base, other }: SensitivityOf,
): TableOf<typeof SENSITIVITY_VALUES> {
  const table = tableBuilder(SENSITIVITY_VALUES);
  const scenarios = [base, ...(other === undefined ? [] : [other])];
  for (const { point, values } of points) {
    const { stage, row, at, replications } = point;
    for (const [world, scenario] of scenarios.entries())
      plan.metrics.forEach((metric, m) => {
        replications.forEach((replication, r) => {
          const value = values[world][m][r];
          table.add({ point: point.point, stage, row, at, scenario, replication, metric, value });
        });
      });
  }
  return table.build();
}
