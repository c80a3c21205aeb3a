import { describeMetric } from "../measures/describe-metric.ts";
import { DEMAND_GROUPINGS } from "../measures/groupings.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import type { Scenario } from "../scenario/schema.ts";

type Standard = Scenario["standards"][number];

/** Of whom a share is: of the reference demand, or of those referred. */
export type JudgedOf = "demand" | "referred";

/** Says by which metric a standard is judged, and of whom that is; null where there are not both. */
export interface JudgedMetric {
  readonly metric: string;
  readonly of: JudgedOf | null;
}

/** Names the metric of the reference demand that stands beside one of those referred; none beside others. */
export function demandMetric(metric: string): string | undefined {
  const beside = `${metric}_of_demand`;
  return describeMetric(beside) === undefined ? undefined : beside;
}

/**
 * Says of whom a standard is judged: a share of those referred of the reference demand, unless it asks
 * `of: referred` or is of a group that only those referred are in, such as those of a link worker; null for
 * other metrics. A share of those referred rises when fewer are referred.
 */
export function judgedOf({ metric, of, group_by }: Standard): JudgedOf | null {
  if (demandMetric(metric) === undefined) return null;
  return of !== "referred" && DEMAND_GROUPINGS.includes(group_by) ? "demand" : "referred";
}

/**
 * Finds the metric by which a standard is judged; that of those referred also in results of a version that
 * did not measure the demand.
 */
export function judgedMetric(standard: Standard, plan: MeasurePlan): JudgedMetric {
  const { metric, group_by, group } = standard;
  const of = judgedOf(standard);
  const beside = demandMetric(metric);
  if (of !== "demand" || beside === undefined) return { metric, of };
  return placeOf(plan, beside, group_by, group) >= 0 ? { metric: beside, of } : { metric, of: "referred" };
}
