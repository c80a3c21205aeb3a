import { readerUnit } from "../../words/units.ts";
import { numberOf, type Row, textOf } from "./rows.ts";

/** The ends of what is not known of a mean, under values that fit published figures. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Gives what is not known of the mean of a row, in the reader's unit; undefined without an ensemble. */
export function rangeOf(row: Row): Range | undefined {
  const { factor } = readerUnit(textOf(row, "unit"));
  const [low, high] = [numberOf(row, "range_low"), numberOf(row, "range_high")];
  return low === null || high === null ? undefined : { low: low * factor, high: high * factor };
}
