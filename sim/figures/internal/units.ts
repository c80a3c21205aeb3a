import type { Estimate } from "./rows.ts";
import { numberWords, signedWords } from "./words.ts";

/** How a unit of the tables is shown to readers. */
export interface ReaderUnit {
  /** What stands behind a number. */
  readonly unit: string;
  /** What stands behind a difference of two. */
  readonly difference: string;
  /** The tables' number times this is the reader's. */
  readonly factor: number;
  readonly decimals: number;
}

const UNITS: Readonly<Record<string, ReaderUnit>> = {
  share: { unit: "%", difference: "points", factor: 100, decimals: 1 },
  days: { unit: "weeks", difference: "weeks", factor: 1 / 7, decimals: 1 },
  people: { unit: "people", difference: "people", factor: 1, decimals: 0 },
  hours: { unit: "hours", difference: "hours", factor: 1, decimals: 0 },
  GBP: { unit: "GBP", difference: "GBP", factor: 1, decimals: 0 },
};

/** Gives how a unit is shown: shares as percent, waits of days as weeks, others as they are. */
export function readerUnit(unit: string): ReaderUnit {
  return UNITS[unit] ?? { unit, difference: unit, factor: 1, decimals: 2 };
}

/** Writes an estimate with its interval: 34.1 % (33.0 to 35.2). */
export function estimateWords({ mean, low, high }: Estimate, { unit, decimals }: ReaderUnit): string {
  const interval =
    low === null || high === null ? "" : ` (${numberWords(low, decimals)} to ${numberWords(high, decimals)})`;
  return `${numberWords(mean, decimals)} ${unit}${interval}`;
}

/** Writes a difference with its sign and interval: +1.2 points (0.4 to 2.0). */
export function differenceWords({ mean, low, high }: Estimate, unit: ReaderUnit): string {
  const { difference } = unit;
  // A difference of under ten people is no whole number to a reader.
  const decimals = unit.decimals === 0 && Math.abs(mean) < 10 ? 1 : unit.decimals;
  const interval =
    low === null || high === null ? "" : ` (${signedWords(low, decimals)} to ${signedWords(high, decimals)})`;
  return `${signedWords(mean, decimals)} ${difference}${interval}`;
}

/** Says on which side of zero a whole interval lies: 1 above, -1 below, 0 where it holds zero or is missing. */
export function sideOf({ low, high }: Estimate): -1 | 0 | 1 {
  if (low !== null && low > 0) return 1;
  return high !== null && high < 0 ? -1 : 0;
}
