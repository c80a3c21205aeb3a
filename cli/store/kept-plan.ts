import * as z from "zod";
import { type MeasurePlan, RETENTION_FIELDS } from "../../sim/measures/result.ts";
import type { Cell } from "./cell.ts";

const key = z.strictObject({ metric: z.string(), groupBy: z.string(), group: z.string(), unit: z.string() });
const planSchema = z.strictObject({
  scenario: z.string(),
  weeks: z.int().min(0),
  metrics: z.array(key),
  series: z.array(key),
  retention: z.array(z.strictObject({ groupBy: z.string(), group: z.string(), contacts: z.number() })),
  windows: z.array(
    z.strictObject({
      kind: z.enum(["whole", "year", "before", "after", "last", "month"]),
      name: z.string(),
      from: z.number(),
      to: z.number(),
      followedTo: z.number(),
      firstDay: z.string(),
      lastDay: z.string(),
      empty: z.enum(["nothing_before", "few_weeks_left", "next_change", "short_run"]).nullable(),
    }),
  ),
  windowed: z.array(
    z.strictObject({ ...key.shape, window: z.int().min(0), needs: z.number(), has: z.number() }),
  ),
});

/** Reads a plan from the text that a store keeps; undefined if it is none. */
export function parsePlan(text: string): MeasurePlan | undefined {
  try {
    return planSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Says whether every replication of a cell has as many numbers as its plan says. */
export function fitsPlan(
  { replications }: Cell,
  { weeks, metrics, series, retention, windowed }: MeasurePlan,
): boolean {
  return replications.every(
    ({ result }) =>
      result.values.length === metrics.length &&
      result.series.length === series.length * weeks &&
      result.retention.length === retention.length * RETENTION_FIELDS.length &&
      result.windowed.length === windowed.length,
  );
}
