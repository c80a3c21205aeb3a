import type { SummaryInput } from "../../screen/summary-input.ts";
import {
  halfWidthText,
  isLeftOut,
  rowIntervals,
  type SummaryRow,
  summarySections,
  timesOf,
} from "../../screen/summary-rows.ts";
import type { ReportCell, TableBlock } from "../page/content.ts";

/** Puts the numbers of the screen side by side, a row each, with their half-widths. */
export function numbersTable(mains: readonly SummaryInput[]): TableBlock {
  const rows = summarySections(timesOf(mains)).flatMap(({ heading, rows: ofSection }) =>
    ofSection
      .filter((row) => !mains.every((run) => isLeftOut(run, row)))
      .map((row): ReportCell[] => [
        shortHeading(heading),
        row.label,
        ...mains.map((run) => cellOf(run, row)),
      ]),
  );
  return {
    kind: "table",
    name: "numbers",
    caption:
      `The numbers side by side. Shares are of those referred, within ${timesOf(mains)} of referral ` +
      "where nothing else is said; ± is the half-width of the 95 % interval, chance within the model",
    heads: ["Part", "What", ...mains.map(({ plan }) => plan.scenario)],
    rows,
    fold: `Every number side by side (${rows.length} rows)`,
  };
}

/** Leaves of a heading what names the part; what its shares are of stands in the caption. */
const shortHeading = (heading: string): string => heading.replace(/( by |,| instead).*$/, "");

function cellOf(run: SummaryInput, row: SummaryRow): ReportCell {
  const intervals = rowIntervals(run, row);
  return { value: intervals[0].mean, text: intervals.map(halfWidthText).join("; ") };
}
