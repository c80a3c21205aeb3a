import type { BeforeAfter } from "../ensemble/before-after.ts";
import { describeMetric } from "../measures/describe-metric.ts";
import { BASE, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of what published figures teach of a decision. */
export const BEFORE_AFTER = {
  name: "before_after",
  meaning:
    "The range of each headline difference before any published figure was used, and over the members that " +
    "fit them",
  columns: [
    BASE,
    SCENARIO,
    textColumn("metric", "What is measured; its meaning is in the table dictionary"),
    textColumn("of", "What the range is of: the difference from the base, or that relative to the base"),
    textColumn("unit", "Unit of the numbers in this row"),
    numberColumn(
      "before_low",
      ROW_UNIT,
      "5th centile of the means over the ranges of the parameters as they were before",
    ),
    numberColumn("before_high", ROW_UNIT, "95th centile of them"),
    numberColumn(
      "after_low",
      ROW_UNIT,
      "5th centile, by weight, of the means over the members of the ensemble",
    ),
    numberColumn("after_high", ROW_UNIT, "95th centile of them"),
    numberColumn("left", "share", "Width after over width before: 1 where the figures narrow nothing"),
    numberColumn(
      "left_low",
      "share",
      "Lower bound of its 95 % interval (bootstrap over both sets of values)",
    ),
    numberColumn("left_high", "share", "Upper bound of it"),
    numberColumn(
      "fewer_before",
      "share",
      "Share of the sets of values before in which the difference is under 0",
    ),
    numberColumn("fewer_after", "share", "Share of the members, by weight, in which it is"),
  ],
} satisfies TableDeclaration;

/** Returns a row for each headline difference of each scenario from the base. */
export function beforeAfterTable(compared: readonly BeforeAfter[]): TableOf<typeof BEFORE_AFTER> {
  const table = tableBuilder(BEFORE_AFTER);
  for (const { base, scenario, metric, of, before, after, left, leftInterval, ...share } of compared)
    table.add({
      base,
      scenario,
      metric,
      of,
      unit: of === "relative difference" ? "share" : (describeMetric(metric)?.unit ?? ""),
      before_low: before[0],
      before_high: before[1],
      after_low: after[0],
      after_high: after[1],
      left,
      left_low: leftInterval[0],
      left_high: leftInterval[1],
      fewer_before: share.fewerBefore,
      fewer_after: share.fewerAfter,
    });
  return table.build();
}
