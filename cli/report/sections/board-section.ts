import { boardTable } from "../../../sim/tables/board.ts";
import { rowsOf } from "../../../sim/tables/rows-of.ts";
import { comparable } from "../../screen/unlike-text.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { ReportCell, Section, TableBlock } from "../page/content.ts";

/** Shows the table of a board, a scenario at a time. */
export function boardSection({ mains }: ReportInput): Section[] {
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
        return {
          kind: "table",
          name: `board-${name}`,
          caption: isAlone
            ? `${name}, with 95 % intervals of the mean: chance within the model`
            : `${name} beside ${base}: the difference with its 95 % interval, chance within the model`,
          heads: isAlone ? ["What", name, "In words"] : ["What", String(base), name, "Difference"],
          rows: own.map((row): ReportCell[] => [
            row.unit === "people" ? String(row.label) : `${row.label}, ${row.unit}`,
            ...(isAlone ? [] : [cellOf(row.base_value)]),
            cellOf(row.scenario_value),
            String(row.in_words),
          ]),
        };
      }),
    },
  ];
}

const cellOf = (value: number | null): ReportCell => ({
  value,
  text: value === null ? "-" : value.toLocaleString("en-GB", { maximumFractionDigits: 3 }),
});
