import { ratioValues } from "../stats/ratio-of-sums.ts";
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
  const [above, below] = sides(ratio).map((names) =>
    names.map((name) => placeOf(plan, name, groupBy, group)),
  );
  if ([...above, ...below].includes(-1)) return acrossReplications(ordered, "values", place);
  const columns = (places: readonly number[]): Float64Array[] =>
    places.map((one) => acrossReplications(ordered, "values", one));
  return ratioValues(columns(above), columns(below));
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
