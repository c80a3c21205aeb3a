/** Declares a number that is shown: a sum of measured numbers, in the reader's unit. */
export interface SummaryNumber {
  /** What is added up: each metric times its factor, which also turns units. */
  readonly terms: readonly (readonly [metric: string, factor: number])[];
  /** Added once, such as the 100 % from which shares are taken. */
  readonly constant?: number;
  readonly decimals: number;
  /** What stands behind the label; empty where the words say it. */
  readonly unit: string;
}

/** Turns the days of the tables into the weeks of the screen. */
export const DAYS_TO_WEEKS = 1 / 7;
export const PERCENT = 100;

/** Declares a number that is one metric, as it is. */
export function of(metric: string, decimals: number, unit = ""): SummaryNumber {
  return { terms: [[metric, 1]], decimals, unit };
}

/** Declares a number that is a share, in percent. */
export function share(metric: string, decimals = 1): SummaryNumber {
  return { terms: [[metric, PERCENT]], decimals, unit: "%" };
}

/** Declares a number that is a time in days, in weeks. */
export function weeks(metric: string, decimals = 1): SummaryNumber {
  return { terms: [[metric, DAYS_TO_WEEKS]], decimals, unit: "weeks" };
}

/** Adds shares up and takes others away, in percent. */
export function sum(constant: number, added: readonly string[], taken: readonly string[]): SummaryNumber {
  const terms = [
    ...added.map((metric) => [metric, PERCENT] as const),
    ...taken.map((metric) => [metric, -PERCENT] as const),
  ];
  return { terms, constant, decimals: 1, unit: "%" };
}
