import * as z from "zod";
import type { HeadlineRange } from "../../sim/ensemble/headlines.ts";
import type { ResultsRecord } from "./results-record.ts";

const interval = z.tuple([z.number().nullable(), z.number().nullable()]);

const expectedAt = z.object({ at: z.number(), expected: z.number() });
const hangsOn = z.object({
  path: z.string().max(200),
  unit: z.string().max(100),
  share: z.number(),
  low: expectedAt,
  high: expectedAt,
});

const schema = z.looseObject({
  measure_first: z.string().max(1000).optional(),
  ranges: z.array(
    z.looseObject({
      scenario: z.string(),
      base: z.string().nullable(),
      metric: z.string(),
      of: z.enum(["mean", "difference", "relative difference"]),
      range_low: z.number(),
      range_high: z.number(),
      range_low_interval: interval,
      range_high_interval: interval,
      fewer_share: z.number().nullable(),
      hangs_on: hangsOn.nullable().default(null),
    }),
  ),
});

/**
 * Reads what `record` of a results folder (its run.json) says that an ensemble leaves open of the headline
 * numbers; none where there was none, or it is damaged.
 */
export function recordedRanges({ ensemble }: ResultsRecord): readonly HeadlineRange[] {
  const read = schema.safeParse(ensemble);
  if (!read.success) return [];
  return read.data.ranges.map((one) => ({
    scenario: one.scenario,
    base: one.base,
    metric: one.metric,
    of: one.of,
    low: one.range_low,
    high: one.range_high,
    lowInterval: one.range_low_interval,
    highInterval: one.range_high_interval,
    fewerShare: one.fewer_share,
    hangsOn: one.hangs_on,
  }));
}

/** Reads what run.json says is to be measured before deciding; undefined where it says nothing. */
export const recordedMeasureFirst = ({ ensemble }: ResultsRecord): string | undefined =>
  schema.safeParse(ensemble).data?.measure_first;
