import { MOST_LOADED } from "./goal.ts";

/** Units whose numbers may be below 0, or have no sign of their own. */
const UNBOUNDED = ["GBP", "GBP per year", "ratio", "points", "0 to 1"];
/** Shares that are of something else than the whole that they are taken from. */
const MAY_PASS_ONE = ["spreadsheet.load", "utilisation.casework", MOST_LOADED];

/** Gives between which values a metric lies, in its unit, whatever is simulated. */
export function possibleValues(metric: string, unit: string): readonly [low: number, high: number] {
  if (UNBOUNDED.includes(unit)) return [-Infinity, Infinity];
  const high = unit === "share" && !MAY_PASS_ONE.includes(metric) ? 1 : Infinity;
  return metric.startsWith("equity.") ? [-high, high] : [0, high];
}
