import { ratioValues } from "../stats/ratio-of-sums.ts";
import { describeMetric } from "./describe-metric.ts";
import { placeOf } from "./place-of.ts";
import type { MeasurePlan, ReplicationResult } from "./result.ts";
import { acrossReplications } from "./scenario-results.ts";

/**
 * Returns one value of a metric for each replication, in their order, from which its mean and interval are
 * estimated: what was measured, or, for a ratio, values whose mean is the ratio of the sums over
 * replications and whose spread gives its jackknife interval. Quantiles over replications are not to be taken
 * from these.
 */
export function estimationValues(
  plan: MeasurePlan,
  ordered: readonly ReplicationResult[],
  place: number,
): Float64Array {
  if (place < 0) return new Float64Array(ordered.length).fill(Number.NaN);
  const { metric, groupBy, group } = plan.metrics[place];
  const ratio = describeMetric(metric)?.ratio;
  const of = ratio === undefined ? -1 : placeOf(plan, ratio.of, groupBy, group);
  const per = ratio === undefined ? -1 : placeOf(plan, ratio.per, groupBy, group);
  if (of < 0 || per < 0) return acrossReplications(ordered, "values", place);
  return ratioValues(acrossReplications(ordered, "values", of), acrossReplications(ordered, "values", per));
}
