import { BOARD } from "../../../sim/tables/board.ts";
import { signedText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "./report-input.ts";
import { rowsWith } from "./table-rows.ts";

/**
 * Writes what is not known of a row of the board's table, "-150 to -20", of a difference with its signs;
 * undefined where no ensemble tells.
 */
export function boardRangeText(
  tables: ReportInput["tables"],
  { scenario, label, unit }: { readonly scenario: string; readonly label: string; readonly unit: string },
): string | undefined {
  const [row] = rowsWith(tables.get(BOARD.name), { scenario, label, unit });
  const { range_low: low, range_high: high } = row ?? {};
  if (typeof low !== "number" || typeof high !== "number") return undefined;
  const isDifference = row.base !== "" && row.base !== null;
  const written = (value: number): string =>
    isDifference
      ? signedText(value, decimalsIn(value))
      : value.toLocaleString("en-GB", { maximumFractionDigits: 3 });
  return low === high ? written(low) : `${written(low)} to ${written(high)}`;
}

/** The table rounds as the range allows. */
const decimalsIn = (value: number): number => /\.([0-9]{1,3})/.exec(String(value))?.[1].length ?? 0;
