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
  { weeks, metrics, series, retention }: MeasurePlan,
): boolean {
  return replications.every(
    ({ result }) =>
      result.values.length === metrics.length &&
      result.series.length === series.length * weeks &&
      result.retention.length === retention.length * RETENTION_FIELDS.length,
  );
}
