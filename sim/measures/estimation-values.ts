import { ratioValues } from "../stats/ratio-of-sums.ts";
import { type ReplicationInterval, replicationInterval } from "../stats/replication-interval.ts";
import { describeMetric } from "./describe-metric.ts";
import type { Ratio } from "./metric.ts";
import { placeOf } from "./place-of.ts";
import type { MeasurePlan } from "./result.ts";
import { acrossReplications, type Results } from "./scenario-results.ts";

/**
 * Returns one value of a metric for each replication, in their order, from which its mean and interval are
 * estimated: what was measured, or, for a ratio, values whose mean is the ratio of the sums over
 * replications and whose spread gives its jackknife interval. Quantiles over replications are not to be taken
 * from these. All are NaN for a place under 0.
 */
export function estimationValues(plan: MeasurePlan, ordered: Results, place: number): Float64Array {
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
  ordered: Results,
  place: number,
  confidence = 0.95,
): ReplicationInterval {
  if (place < 0) return replicationInterval([]);
  const values = estimationValues(plan, ordered, place);
  return replicationInterval(values, countedValues(plan, ordered, place), confidence, {
    longTailed: isLongTailed(plan.metrics[place].metric),
  });
}

/** Says whether a metric is declared to have a long tail. */
export const isLongTailed = (metric: string): boolean => describeMetric(metric)?.longTailed === true;

/**
 * Returns the values from which it is counted how many replications had an event and how many are alike:
 * those measured. Quantiles of waits are counted in whole days: people are seen in working hours, so that
 * quantiles lie in clumps a day apart, and values of one clump tell nothing of the next.
 */
export function countedValues(plan: MeasurePlan, ordered: Results, place: number): Float64Array {
  const measured = acrossReplications(ordered, "values", place);
  const { metric, unit } = plan.metrics[place];
  return unit === "days" && /\.p\d\d$/.test(metric) ? measured.map(Math.ceil) : measured;
}

const sides = ({ of, per }: Ratio): readonly [readonly string[], readonly string[]] => [
  typeof of === "string" ? [of] : of,
  typeof per === "string" ? [per] : per,
];
