import type { SummaryInput } from "../../render/summary-input.ts";
import {
  halfWidthText,
  isLeftOut,
  rowIntervals,
  type SummaryRow,
  summarySections,
  timesOf,
} from "../../render/summary-rows.ts";
import type { ReportCell, TableBlock } from "../content.ts";

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
    caption: "The numbers side by side; ± is the half-width of the 95 % interval, chance within the model",
    heads: ["Part", "What", ...mains.map(({ plan }) => plan.scenario)],
    rows,
  };
}

const shortHeading = (heading: string): string => heading.replace(/ \(.*$/, "");

function cellOf(run: SummaryInput, row: SummaryRow): ReportCell {
  const intervals = rowIntervals(run, row);
  return { value: intervals[0].mean, text: intervals.map(halfWidthText).join("; ") };
}
