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
  requests: { unit: "requests", difference: "requests", factor: 1, decimals: 0 },
  people: { unit: "people", difference: "people", factor: 1, decimals: 0 },
  hours: { unit: "hours", difference: "hours", factor: 1, decimals: 0 },
  GBP: { unit: "GBP", difference: "GBP", factor: 1, decimals: 0 },
};

/** Gives how a unit is shown: shares as percent, waits of days as weeks, others as they are. */
export function readerUnit(unit: string): ReaderUnit {
  return UNITS[unit] ?? { unit, difference: unit, factor: 1, decimals: 2 };
}
