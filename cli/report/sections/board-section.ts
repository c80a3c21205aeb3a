import { boardTable } from "../../../sim/tables/board.ts";
import { rowsOf } from "../../../sim/tables/rows-of.ts";
import { comparable } from "../../screen/unlike-text.ts";
import { boardNumberText, boardRangeText } from "../input/board-ranges.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { ReportCell, Section, TableBlock } from "../page/content.ts";

/** Shows the table of a board, a scenario at a time. */
export function boardSection({ mains, tables }: ReportInput): Section[] {
  const runs = comparable(mains);
  const rows = rowsOf(boardTable(runs));
  const names = [...new Set(rows.map(({ scenario }) => scenario))];
  return [
    {
      id: "board",
      heading: "The numbers that a board asks for",
      blocks: names.map((name): TableBlock => {
        const own = rows.filter(({ scenario }) => scenario === name);
        const [{ base }] = own;
        const isAlone = base === "" || base === null;
        const ranges = own.map(({ label, unit }) =>
          boardRangeText(tables, { scenario: String(name), label: String(label), unit: String(unit) }),
        );
        const hasRanges = ranges.some((range) => range !== undefined);
        const also = hasRanges ? "; not known: nine of ten sets of values that fit" : "";
        return {
          kind: "table",
          name: `board-${name}`,
          caption: isAlone
            ? `${name}, with 95 % intervals of the mean: chance within the model${also}`
            : `${name} beside ${base}: the difference with its 95 % interval, chance within the model${also}`,
          heads: [
            ...(isAlone ? ["What", name, "In words"] : ["What", String(base), name, "Difference"]),
            ...(hasRanges ? ["Not known"] : []),
          ],
          rows: own.map((row, i): ReportCell[] => [
            labelled(String(row.label), String(row.unit)),
            ...(isAlone ? [] : [cellOf(row.base_value, row.unit)]),
            cellOf(row.scenario_value, row.unit),
            String(row.in_words),
            ...(hasRanges ? [ranges[i] ?? "-"] : []),
          ]),
        };
      }),
    },
  ];
}

/** Puts the unit behind a label that does not say it. */
function labelled(label: string, unit: string): string {
  const [first] = unit.split(" ");
  const isSaid = unit === "people" || label.toLowerCase().includes(first.toLowerCase());
  return isSaid ? label : `${label}, ${unit}`;
}

const cellOf = (value: number | null, unit: string): ReportCell => ({
  value,
  text: value === null ? "-" : boardNumberText(value, unit),
});
