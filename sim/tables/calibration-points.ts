import type { AskedPoint } from "../calibration/calibrate.ts";
import type { Simulated } from "../calibration/target.ts";
import { type VariedParameter, valueAt } from "../experiment/design/varied-parameter.ts";
import { POINT, parameterColumns } from "./design.ts";
import { integerColumn, numberColumn, tableBuilder } from "./make-table.ts";
import type { Column, Table, TableDeclaration } from "./table.ts";

/** Names the table of the points that a calibration simulated. */
export const CALIBRATION_POINTS = "points";

/** Names the columns of a target's mean and of its squared Monte Carlo error; ids hold no blank. */
export const targetColumns = (id: string): readonly [mean: string, variance: string] => [
  `${id} mean`,
  `${id} variance`,
];

/** Declares the table of the points that a calibration of these parameters to these targets simulated. */
export function calibrationPointsDeclaration(
  parameters: readonly VariedParameter[],
  targets: readonly { readonly id: string; readonly unit: string }[],
): TableDeclaration<Column | typeof POINT> {
  const simulated = targets.flatMap(({ id, unit }) => {
    const [mean, variance] = targetColumns(id);
    return [
      numberColumn(mean, unit, "Simulated mean of this target"),
      numberColumn(variance, unit === "" ? "" : `${unit} squared`, "Squared Monte Carlo error of that mean"),
    ];
  });
  return {
    name: CALIBRATION_POINTS,
    meaning: "The points that a calibration simulated: those of its waves, then the candidates to be members",
    columns: [
      { ...POINT, meaning: "Number of the point, from 1" },
      integerColumn("wave", "", "The wave that asked for it; empty for a candidate to be a member"),
      integerColumn("first_replication", "", "First replication, from 0"),
      integerColumn("last_replication", "", "Last replication"),
      integerColumn("met", "targets", "Fitted targets whose simulated mean lies in the band"),
      integerColumn("member", "", "The member that it became; empty for none"),
      ...parameterColumns(parameters),
      ...simulated,
    ],
  };
}

/** Holds a point that was simulated, and what it is. */
export interface SimulatedPoint extends AskedPoint {
  readonly simulated: readonly Simulated[];
  readonly met: number;
  readonly member: number | null;
}

/** Returns a row for each point, in their order. */
export function calibrationPointsTable(
  parameters: readonly VariedParameter[],
  targets: readonly { readonly id: string; readonly unit: string }[],
  points: readonly SimulatedPoint[],
): Table<Column | typeof POINT> {
  const table = tableBuilder(calibrationPointsDeclaration(parameters, targets));
  for (const { point, wave, replications, at, simulated, met, member } of points) {
    const values = parameters.map((parameter, i) => [parameter.path, valueAt(parameter, at[i]).value]);
    const means = targets.flatMap(({ id }, i) => {
      const [mean, variance] = targetColumns(id);
      return [
        [mean, simulated[i].value],
        [variance, simulated[i].variance],
      ];
    });
    table.add({
      ...Object.fromEntries([...values, ...means]),
      point,
      wave,
      first_replication: replications[0],
      last_replication: replications[replications.length - 1],
      met,
      member,
    });
  }
  return table.build();
}
