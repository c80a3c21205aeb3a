import type { Target } from "../calibration/targets-file.ts";
import { METRIC_COLUMNS, ROW_UNIT } from "./common-columns.ts";
import { numberColumn, textColumn } from "./make-table.ts";

/** Declares what is published of a target, the same in each table that has targets. */
export const TARGET_COLUMNS = [
  ...METRIC_COLUMNS,
  textColumn("window", "When it was counted"),
  numberColumn("value", ROW_UNIT, "The published figure"),
  numberColumn("low", ROW_UNIT, "The least that counts as met"),
  numberColumn("high", ROW_UNIT, "The most that counts as met"),
  numberColumn("discrepancy", ROW_UNIT, "Standard deviation by which the model may be wrong about it"),
];

/** Gives the cells of these columns, and the role of the target. */
export const targetCells = ({ groupBy, metric, group, window, unit, role, ...of }: Target) => ({
  ...{ metric, group_by: groupBy, group, window, unit, role },
  ...{ value: of.value, low: of.low, high: of.high, discrepancy: of.discrepancy },
});
