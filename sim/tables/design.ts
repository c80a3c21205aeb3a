import { type SweepPoint, sweepPoints } from "../experiment/design/points.ts";
import type { SweepPlan } from "../experiment/design/sweep-plan.ts";
import type { VariedParameter } from "../experiment/design/varied-parameter.ts";
import { integerColumn, type NewRow, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { Column, Table, TableDeclaration } from "./table.ts";

/** Declares the number of a point. */
export const POINT = integerColumn("point", "", "Number of the point of the sweep, from 1");

/** Declares a column for each varied parameter, named by its path, in the unit in which it was written. */
export function parameterColumns(parameters: readonly VariedParameter[]): readonly Column[] {
  return parameters.map(({ path, kind, unit }) => {
    if (kind === "text") return textColumn(path, "Value of this parameter of the scenario");
    return kind === "factor"
      ? numberColumn(path, "times", "Factor by which this parameter of the scenario is multiplied")
      : numberColumn(path, unit, "Value of this parameter of the scenario");
  });
}

/** Declares the table of the points of a sweep. */
export function designDeclaration(
  parameters: readonly VariedParameter[],
): TableDeclaration<Column | typeof POINT> {
  return {
    name: "design",
    meaning: "The points of the sweep: the value of each varied parameter",
    columns: [POINT, ...parameterColumns(parameters)],
  };
}

/** Returns the cells that say which point it is: its number, and the value of each varied parameter. */
export function pointCells(
  parameters: readonly VariedParameter[],
  { point, values }: SweepPoint,
): NewRow<Column | typeof POINT> {
  return { ...Object.fromEntries(parameters.map(({ path }, i) => [path, values[i]])), point };
}

/** Returns a row for each point. */
export function designTable(plan: SweepPlan): Table<Column | typeof POINT> {
  const table = tableBuilder(designDeclaration(plan.parameters));
  for (const point of sweepPoints(plan)) table.add(pointCells(plan.parameters, point));
  return table.build();
}
