import type { TargetBeside } from "../calibration/ensemble-beside.ts";
import { ROW_UNIT } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";
import { TARGET_COLUMNS, targetCells } from "./target-columns.ts";

/** Declares the table of published figures beside an ensemble. */
export const TARGETS = {
  name: "targets",
  meaning: "The fitted targets beside what the members of the ensemble give; held-out ones are not read",
  columns: [
    textColumn("target", "Id of the target"),
    ...TARGET_COLUMNS,
    integerColumn("n", "", "Members that have a value"),
    numberColumn("mean", ROW_UNIT, "Mean of the members' means"),
    numberColumn("range_low", ROW_UNIT, "5th centile of the members' means: what is not known"),
    numberColumn("range_high", ROW_UNIT, "95th centile of the members' means"),
    numberColumn(
      "predict_low",
      ROW_UNIT,
      "Lower end of nine tenths of what is not known and chance together",
    ),
    numberColumn("predict_high", ROW_UNIT, "Upper end of that"),
    textColumn("source", "Who published it"),
  ],
} satisfies TableDeclaration;

/** Returns a row for each fitted target. */
export function targetsTable(targets: readonly TargetBeside[]): TableOf<typeof TARGETS> {
  const table = tableBuilder(TARGETS);
  for (const { target, n, mean, rangeLow, rangeHigh, predictLow, predictHigh } of targets)
    table.add({
      target: target.id,
      ...targetCells(target),
      n,
      mean,
      range_low: rangeLow,
      range_high: rangeHigh,
      predict_low: predictLow,
      predict_high: predictHigh,
      source: target.source,
    });
  return table.build();
}
