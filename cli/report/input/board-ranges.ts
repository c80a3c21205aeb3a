import { BOARD } from "../../../sim/tables/board.ts";
import { signedText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "./report-input.ts";
import { rowsWith } from "./table-rows.ts";

/** Which row of the board's table. */
interface BoardRowKey {
  readonly scenario: string;
  readonly label: string;
  readonly unit: string;
}

/** What is not known of a row. */
interface BoardRange {
  readonly low: number;
  readonly high: number;
  readonly isDifference: boolean;
}

/** Gives what is not known of a row of the board's table; undefined where no ensemble tells. */
export function boardRange(
  tables: ReportInput["tables"],
  { scenario, label, unit }: BoardRowKey,
): BoardRange | undefined {
  const [row] = rowsWith(tables.get(BOARD.name), { scenario, label, unit });
  const { range_low: low, range_high: high } = row ?? {};
  if (typeof low !== "number" || typeof high !== "number") return undefined;
  return { low, high, isDifference: row.base !== "" && row.base !== null };
}

/** Writes that, "-150 to -20", of a difference with its signs. */
export function boardRangeText(tables: ReportInput["tables"], key: BoardRowKey): string | undefined {
  const range = boardRange(tables, key);
  if (range === undefined) return undefined;
  const { low, high, isDifference } = range;
  const written = (value: number): string =>
    isDifference
      ? signedText(value, decimalsIn(value))
      : value.toLocaleString("en-GB", { maximumFractionDigits: 3 });
  return low === high ? written(low) : `${written(low)} to ${written(high)}`;
}

/** The table rounds as the range allows. */
const decimalsIn = (value: number): number => /\.([0-9]{1,3})/.exec(String(value))?.[1].length ?? 0;
