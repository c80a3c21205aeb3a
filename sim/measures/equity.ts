import type { MeasureKey } from "./result.ts";
import type { Sink } from "./sink.ts";

const GAPS = [
  "engaged.share",
  "reached_3.share",
  "wait.first_contact.mean",
  "wait.first_contact.within_4_weeks",
  "needs.met_share",
] as const;
const FEWEST = 30;

/** The numbers measured so far, and what each is. */
interface Measured {
  readonly keys: readonly MeasureKey[];
  readonly values: ArrayLike<number>;
}

/** Puts the gap between the most and the least deprived quintile; none under 30 people referred in either. */
export function putEquity(measured: Measured, sink: Sink): void {
  const isLarge =
    quintileValue(measured, "people.referred", "1") >= FEWEST &&
    quintileValue(measured, "people.referred", "5") >= FEWEST;
  for (const metric of GAPS) {
    const gap = isLarge ? quintileValue(measured, metric, "1") - quintileValue(measured, metric, "5") : NaN;
    sink.put(`equity.${metric}.gap`, "all", "all", gap);
  }
}

function quintileValue({ keys, values }: Measured, metric: string, quintile: string): number {
  for (let n = 0; n < keys.length; n++) {
    const key = keys[n];
    if (key.metric === metric && key.groupBy === "quintile" && key.group === quintile) return values[n];
  }
  return NaN;
}
