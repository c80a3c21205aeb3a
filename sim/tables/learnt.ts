import { LEARNT_BELOW, type Learnt } from "../calibration/learnt.ts";
import { type VariedParameter, valueAt } from "../experiment/design/varied-parameter.ts";
import { numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of what a calibration taught of each parameter. */
export const LEARNT = {
  name: "learnt",
  meaning: "What the targets taught of each parameter: its range before and after",
  columns: [
    textColumn("parameter", "Path of the parameter"),
    textColumn("before_low", "Lower end of its range before, as --set takes it"),
    textColumn("before_high", "Upper end of its range before"),
    textColumn("after_low", "5th centile of the members; empty where there are none"),
    textColumn("after_middle", "Median of the members"),
    textColumn("after_high", "95th centile of the members"),
    numberColumn("low_at", "share", "How much of its prior lies below the 5th centile of the members"),
    numberColumn("middle_at", "share", "How much of its prior lies below their median"),
    numberColumn("high_at", "share", "How much of its prior lies below their 95th centile"),
    numberColumn("left", "share", "What is left of its range, by the prior; 1 where nothing was learnt"),
    textColumn("verdict", "narrowed, leans low, leans high, or nothing learnt"),
    textColumn("partner", "The parameter with which it trades off (a ridge); empty for none"),
    numberColumn("correlation", "coefficient", "Rank correlation with that partner; 0 without one"),
  ],
} satisfies TableDeclaration;

/** Says in a word what was learnt of a parameter. */
export function verdictOf({ left, leans }: Learnt): string {
  if (left < LEARNT_BELOW) return "narrowed";
  return leans === null ? "nothing learnt" : `leans ${leans}`;
}

/** Returns a row for each parameter; none where nothing is left. */
export function learntTable(
  parameters: readonly VariedParameter[],
  learnt: readonly Learnt[],
): TableOf<typeof LEARNT> {
  const table = tableBuilder(LEARNT);
  learnt.forEach((one, i) => {
    const parameter = parameters[i];
    const [low, middle, high] = one.ends.map((u) => valueAt(parameter, u).text);
    table.add({
      parameter: parameter.path,
      before_low: valueAt(parameter, 0).text,
      before_high: valueAt(parameter, 1).text,
      after_low: low,
      after_middle: middle,
      after_high: high,
      low_at: one.ends[0],
      middle_at: one.ends[1],
      high_at: one.ends[2],
      left: one.left,
      verdict: verdictOf(one),
      partner: one.partner === null ? "" : parameters[one.partner].path,
      correlation: one.correlation,
    });
  });
  return table.build();
}
