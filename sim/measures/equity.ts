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

/** Puts the gap between the most and the least deprived quintile; none under 30 people referred in either. */
export function putEquity(keys: readonly MeasureKey[], values: ArrayLike<number>, sink: Sink): void {
  const of = (metric: string, quintile: string): number => {
    const n = keys.findIndex(
      (key) => key.metric === metric && key.groupBy === "quintile" && key.group === quintile,
    );
    return n < 0 ? NaN : values[n];
  };
  const isLarge = of("people.referred", "1") >= FEWEST && of("people.referred", "5") >= FEWEST;
  for (const metric of GAPS)
    sink.put(`equity.${metric}.gap`, "all", "all", isLarge ? of(metric, "1") - of(metric, "5") : NaN);
}
