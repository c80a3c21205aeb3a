import { BOARD } from "../../../sim/tables/board.ts";
import { moneyText } from "../../../sim/words/rounded.ts";
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

/** Writes that, "20 to 150 fewer" of a difference, "1,250 to 1,300" of a number. */
export function boardRangeText(tables: ReportInput["tables"], key: BoardRowKey): string | undefined {
  const range = boardRange(tables, key);
  if (range === undefined) return undefined;
  const { low, high, isDifference } = range;
  const written = (value: number): string => boardNumberText(value, key.unit);
  if (!isDifference) return spanText(written(low), written(high));
  const [least, most] = [low, high].map((end) => written(Math.abs(end)));
  const fewer = key.unit === "people" ? "fewer" : "less";
  if (low < 0 && high > 0) return `${least} ${fewer} to ${most} more`;
  if (low === 0 && high === 0) return least;
  return high <= 0 ? `${spanText(most, least)} ${fewer}` : `${spanText(least, most)} more`;
}

/** Of what the table rounded as chance or the range allows. */
const MOST_DECIMALS = 3;

/** Writes a number of the board's table; money, which is known to the pound, in three figures. */
export const boardNumberText = (value: number, unit: string): string =>
  unit === "GBP"
    ? moneyText(value).replace("GBP ", "")
    : value.toLocaleString("en-GB", { maximumFractionDigits: MOST_DECIMALS });

const spanText = (least: string, most: string): string => (least === most ? least : `${least} to ${most}`);
