import type { ValidatedTarget } from "../calibration/validation.ts";
import { NO_WIDTHS, type NotKnown } from "../findings/not-known.ts";
import { intervalColumns, N, ROW_UNIT } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import { NOT_KNOWN_COLUMNS, notKnownCells } from "./not-known-columns.ts";
import type { TableDeclaration, TableOf } from "./table.ts";
import { TARGET_COLUMNS, targetCells } from "./target-columns.ts";

/** Declares the table of published figures beside what a scenario gives. */
export const VALIDATED_TARGETS = {
  name: "targets",
  meaning: "Every target beside what was simulated, fitted and held-out ones",
  columns: [
    textColumn("target", "Id of the target"),
    textColumn("role", "fitted: parameters may have been set by it; held_out: nothing was"),
    ...TARGET_COLUMNS,
    N,
    numberColumn("mean", ROW_UNIT, "Mean over replications"),
    ...intervalColumns(ROW_UNIT),
    ...NOT_KNOWN_COLUMNS,
    numberColumn(
      "spreadsheet",
      ROW_UNIT,
      "What the linear spreadsheet says of the same; empty where it says nothing",
    ),
    textColumn(
      "verdict",
      "met: the interval lies inside the band, widened by the discrepancy; missed: outside; undecided: across " +
        "an end of it",
    ),
    integerColumn(
      "replications_to_decide",
      "replications",
      "About how many would decide; empty where it is decided, or no number would",
    ),
    textColumn("source", "Who published it"),
  ],
} satisfies TableDeclaration;

/**
 * Returns a row for each target, in their order; `ranges` is what an ensemble leaves open of each, null
 * without one.
 */
export function validatedTargetsTable(
  targets: readonly ValidatedTarget[],
  ranges: readonly NotKnown[] | null = null,
): TableOf<typeof VALIDATED_TARGETS> {
  const table = tableBuilder(VALIDATED_TARGETS);
  for (const [i, one] of targets.entries()) {
    const { target, n, mean, ciLow, ciHigh, spreadsheet, verdict, replicationsToDecide } = one;
    table.add({
      target: target.id,
      ...targetCells(target),
      n,
      mean,
      ci_low: ciLow,
      ci_high: ciHigh,
      ...notKnownCells(ranges?.[i] ?? NO_WIDTHS),
      spreadsheet,
      verdict,
      replications_to_decide: replicationsToDecide,
      source: target.source,
    });
  }
  return table.build();
}
