import { type ReaderUnit, readerUnit } from "../../words/units.ts";
import { numberOf, type Row, textOf } from "./rows.ts";

/** A row in the unit that its numbers are read in. */
export interface ScaledRow {
  readonly unit: ReaderUnit;
  /** Gives a column in that unit; null where there is none. */
  readonly at: (column: string) => number | null;
}

/** Gives the numbers of a row in the unit that readers know. */
export function scaledRow(row: Row): ScaledRow {
  const unit = readerUnit(textOf(row, "unit"));
  return {
    unit,
    at: (column) => {
      const value = numberOf(row, column);
      return value === null ? null : value * unit.factor;
    },
  };
}
