import type { Metric } from "./metric.ts";
import { placeOf } from "./place-of.ts";
import type { MeasurePlan } from "./result.ts";
import type { Sink } from "./sink.ts";

/** Says what is measured of gaps between quintiles. */
export const EQUITY_METRICS: readonly Metric[] = [
  {
    metric: "equity.<metric>.gap",
    unit: "<unit>",
    words: "Gap between quintiles: <words>",
    better: null,
    meaning: "Quintile 1 (most deprived) minus quintile 5; none under 30 referred in either. Of: <meaning>",
  },
];

const GAPS = [
  "engaged.share",
  "reached_3.share",
  "wait.first_contact.mean",
  "wait.first_contact.within_4_weeks",
  "needs.met_share",
] as const;
/** Minimum of people referred in either quintile for a gap between them. */
export const MIN_REFERRED = 30;

/** The numbers measured so far, and what each is. */
export interface Measured {
  readonly plan: MeasurePlan;
  readonly values: ArrayLike<number>;
}

/**
 * Puts the gap between the most and the least deprived quintile; none under 30 people referred in either, or
 * where nothing is measured yet.
 */
export function putEquity(measured: Measured | undefined, sink: Sink): void {
  const isLarge =
    quintileValue(measured, "people.referred", "1") >= MIN_REFERRED &&
    quintileValue(measured, "people.referred", "5") >= MIN_REFERRED;
  for (const metric of GAPS) {
    const gap = isLarge ? quintileValue(measured, metric, "1") - quintileValue(measured, metric, "5") : NaN;
    sink.put(`equity.${metric}.gap`, "all", "all", gap);
  }
}

function quintileValue(measured: Measured | undefined, metric: string, quintile: string): number {
  return measured?.values[placeOf(measured.plan, metric, "quintile", quintile)] ?? NaN;
}
