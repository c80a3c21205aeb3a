import { type SweepPoint, sweepPoints } from "../experiment/design/points.ts";
import { isRowDesign } from "../experiment/design/row-designs.ts";
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

/** Declares where a point stands in a design in rows; other designs have no such columns. */
const IN_ROW = [
  integerColumn("row", "", "Row of the design, from 1: its points differ by parameters one at a time"),
  textColumn(
    "at",
    "A, B, or the parameter that is moved: of morris from the point before, of saltelli taken from B into A",
  ),
] as const;

/** Names the columns of the table of points that are no parameter. */
export const DESIGN_COLUMNS: readonly string[] = [POINT, ...IN_ROW].map(({ name }) => name);

/** Declares the table of the points of a sweep. */
export function designDeclaration({
  parameters,
  design,
}: Pick<SweepPlan, "parameters" | "design">): TableDeclaration<DesignColumn> {
  return {
    name: "design",
    meaning: "The points of the sweep: the value of each varied parameter",
    columns: [POINT, ...(isRowDesign(design) ? IN_ROW : []), ...parameterColumns(parameters)],
  };
}

type DesignColumn = Column | typeof POINT | (typeof IN_ROW)[number];

/** Returns the cells that say which point it is: its number, and the value of each varied parameter. */
export function pointCells(
  parameters: readonly VariedParameter[],
  { point, values }: SweepPoint,
): NewRow<Column | typeof POINT> {
  return { ...Object.fromEntries(parameters.map(({ path }, i) => [path, values[i]])), point };
}

/** Returns a row for each point. */
export function designTable(plan: SweepPlan): Table<DesignColumn> {
  const table = tableBuilder(designDeclaration(plan));
  for (const point of sweepPoints(plan)) {
    const { row = null, at = null } = point.inRow ?? {};
    table.add({ ...pointCells(plan.parameters, point), row, at });
  }
  return table.build();
}
