import type { HeadlineRange } from "../../sim/ensemble/headlines.ts";

/** Returns ranges of headline numbers for machines and for run.json, in the units of the tables. */
export const rangesJson = (ranges: readonly HeadlineRange[]): readonly object[] =>
  ranges.map(({ scenario, base, metric, of, low, high, lowInterval, highInterval, fewerShare, hangsOn }) => ({
    scenario,
    base,
    metric,
    of,
    range_low: low,
    range_high: high,
    range_low_interval: lowInterval,
    range_high_interval: highInterval,
    fewer_share: fewerShare,
    hangs_on: hangsOn,
  }));
