import { jackknifeValues } from "../stats/jackknife-values.ts";
import { type ReplicationInterval, replicationInterval } from "../stats/replication-interval.ts";
import { describeMetric } from "./describe-metric.ts";
import type { Ratio } from "./metric.ts";
import { placeOf } from "./place-of.ts";
import type { MeasurePlan, ReplicationResult } from "./result.ts";
import { acrossReplications } from "./scenario-results.ts";

/**
 * Returns one value of a metric for each replication, in their order, from which its mean and interval are
 * estimated: what was measured, or, for a ratio, values whose mean is the ratio of the sums over
 * replications and whose spread gives its jackknife interval. Quantiles over replications are not to be taken
 * from these. All are NaN for a place under 0.
 */
export function estimationValues(
  plan: MeasurePlan,
  ordered: readonly ReplicationResult[],
  place: number,
): Float64Array {
  if (place < 0) return new Float64Array(ordered.length).fill(Number.NaN);
  const { metric, groupBy, group } = plan.metrics[place];
  const ratio = describeMetric(metric)?.ratio;
  if (ratio === undefined) return acrossReplications(ordered, "values", place);
  const [above, below] = sides(ratio);
  const places = [...above, ...below].map((name) => placeOf(plan, name, groupBy, group));
  if (places.includes(-1)) return acrossReplications(ordered, "values", place);
  const columns = places.map((one) => acrossReplications(ordered, "values", one));
  return jackknifeValues(columns, (sums) => quotient(sums, above.length));
}

/** Returns the mean of a metric over replications with its interval, where one can be given. */
export function metricInterval(
  plan: MeasurePlan,
  ordered: readonly ReplicationResult[],
  place: number,
  confidence = 0.95,
): ReplicationInterval {
  if (place < 0) return replicationInterval([]);
  const measured = acrossReplications(ordered, "values", place);
  return replicationInterval(estimationValues(plan, ordered, place), measured, confidence);
}

const sides = ({ of, per }: Ratio): readonly [readonly string[], readonly string[]] => [
  typeof of === "string" ? [of] : of,
  typeof per === "string" ? [per] : per,
];

function quotient(sums: readonly number[], above: number): number {
  let value = 1;
  for (let i = 0; i < above; i++) value *= sums[i];
  for (let i = above; i < sums.length; i++) {
    if (!(sums[i] > 0)) return Number.NaN;
    value /= sums[i];
  }
  return value;
}
