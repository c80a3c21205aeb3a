import type { Table } from "../../../sim/tables/table.ts";
import { numberText } from "../../render/number-text.ts";
import type { Block, ReportCell } from "../content.ts";
import { rowsOf } from "../table-rows.ts";

/** Shows whether the standards that scenarios set themselves are met, not met or undecided; nothing where there are none. */
export function standardBlocks(table: Table | undefined): Block[] {
  const rows = rowsOf(table);
  if (rows.length === 0) return [];
  const number = (value: unknown, unit: unknown): ReportCell => {
    const known = typeof value === "number" ? value : null;
    const shown = known !== null && unit === "share" ? known * 100 : known;
    return { value: shown, text: `${numberText(shown, 1)}${unit === "share" && shown !== null ? " %" : ""}` };
  };
  return [
    { kind: "heading", text: "Standards" },
    {
      kind: "table",
      name: "standards",
      caption: "Standards that the scenarios set: undecided where chance within the model leaves it open",
      heads: ["Scenario", "Standard", "Verdict", "Asked", "Found", "From", "To"],
      rows: rows.map((row) => [
        String(row.scenario),
        String(row.name),
        String(row.verdict),
        {
          value: Number(row.target),
          text: `${row.bound} ${(number(row.target, row.unit) as { text: string }).text}`,
        },
        number(row.mean, row.unit),
        number(row.ci_low, row.unit),
        number(row.ci_high, row.unit),
      ]),
    },
  ];
}
