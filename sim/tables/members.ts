import type { Member } from "../calibration/calibrate.ts";
import type { VariedParameter } from "../experiment/design/varied-parameter.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { Column, Table, TableDeclaration } from "./table.ts";

const MEMBER = integerColumn("member", "", "Number of the member, from 1");
const WEIGHT = numberColumn("weight", "times", "How much it counts beside the others");

/** Declares the table of the members of an ensemble over these parameters. */
export function membersDeclaration(parameters: readonly VariedParameter[]): TableDeclaration {
  const meaning = "What the member sets this parameter of the scenario to, as --set takes it";
  const values = parameters.map(({ path, kind, unit }) =>
    kind === "number" && unit === "" ? numberColumn(path, "", meaning) : textColumn(path, meaning),
  );
  return {
    name: "members",
    meaning: "The members of the ensemble: sets of values under which the model meets every fitted target",
    columns: [MEMBER, WEIGHT, ...values],
  };
}

/** Returns a row for each member; all count alike, since they are drawn from the prior over what is left. */
export function membersTable(
  parameters: readonly VariedParameter[],
  members: readonly Member[],
): Table<Column> {
  const declaration = membersDeclaration(parameters);
  const table = tableBuilder(declaration);
  const types = new Map(declaration.columns.map(({ name, type }) => [name, type]));
  for (const { member, set } of members) {
    const values = set.map((change, i) => {
      const { path } = parameters[i];
      const text = change.slice(path.length + 1);
      return [path, types.get(path) === "number" ? Number(text) : text];
    });
    table.add({ ...Object.fromEntries(values), member, weight: 1 });
  }
  return table.build();
}
