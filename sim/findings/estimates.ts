import { estimationValues, isLongTailed } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import {
  acrossReplications,
  type MetricGroup,
  replicationsOf,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { type ReplicationInterval, replicationInterval } from "../stats/replication-interval.ts";
import { differenceOf } from "../stats/rounding.ts";

/** Says what is added up of a replication: each metric times its factor, over a group. */
export interface Sum extends MetricGroup {
  readonly terms: readonly (readonly [metric: string, factor: number])[];
  readonly constant?: number;
}

/** Gives a sum of metrics in each replication; none where a metric is not measured. */
export function sumsOf(
  { plan, results }: ScenarioResults,
  { terms, constant = 0, groupBy = "all", group = "all" }: Sum,
): number[] {
  const places = terms.map(([metric]) => placeOf(plan, metric, groupBy, group));
  if (places.includes(-1)) return [];
  const columns = places.map((place) => estimationValues(plan, results, place));
  return Array.from({ length: results.length }, (_, replication) =>
    terms.reduce((sum, [, factor], i) => sum + factor * columns[i][replication], constant),
  );
}

/** Gives what was measured of a metric that stands alone, from which its events are counted. */
function measuredSums(
  { plan, results }: ScenarioResults,
  { terms, groupBy = "all", group = "all" }: Sum,
): Float64Array | undefined {
  const place = terms.length === 1 ? placeOf(plan, terms[0][0], groupBy, group) : -1;
  return place < 0 ? undefined : acrossReplications(results, "values", place);
}

/**
 * Gives a sum of metrics over replications; each replication is summed by itself, so that the interval is
 * that of the sum.
 */
export function sumInterval(run: ScenarioResults, sum: Sum): ReplicationInterval {
  const values = sumsOf(run, sum);
  return replicationInterval(values, measuredSums(run, sum) ?? values, 0.95, {
    longTailed: sum.terms.some(([metric]) => isLongTailed(metric)),
  });
}

/**
 * Gives a metric of another scenario minus that of the base, over the replications that both have: common
 * random numbers make pairs tell more than two means.
 */
export function differenceInterval(
  base: ScenarioResults,
  other: ScenarioResults,
  metric: string,
  group: MetricGroup = {},
): ReplicationInterval {
  const sum: Sum = { terms: [[metric, 1]], ...group };
  const [before, after] = [base, other].map((run) => {
    const values = sumsOf(run, sum);
    const measured = measuredSums(run, sum) ?? values;
    const replications = replicationsOf(run.results);
    return new Map(values.map((value, i) => [replications[i], { value, measured: measured[i] }]));
  });
  const pairs = [...after].flatMap(([replication, two]) => {
    const one = before.get(replication);
    return one === undefined ? [] : [{ one, two }];
  });
  const of = (field: "value" | "measured"): Float64Array =>
    Float64Array.from(pairs, ({ one, two }) => differenceOf(one[field], two[field]));
  return replicationInterval(of("value"), of("measured"));
}

/** Gives the mean of a metric of all over replications; null where there is none. */
export function meanOf(run: ScenarioResults, metric: string): number | null {
  return sumInterval(run, { terms: [[metric, 1]] }).mean;
}
