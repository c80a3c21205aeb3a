import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";

/** Groups that are a single practice, post or list: there are thousands of them in a city. */
const MEMBERS = ["practice", "link_worker", "pool"];

/** Places of the metrics that stay in a summary, by plan: worked out once for a scenario. */
const kept = new WeakMap<MeasurePlan, readonly number[]>();

/** Returns the plan of a summary: no series, no life tables, nothing that concerns one practice, post or list. */
export function reducePlan(plan: MeasurePlan): MeasurePlan {
  return {
    ...plan,
    weeks: 0,
    metrics: placesOf(plan).map((place) => plan.metrics[place]),
    series: [],
    retention: [],
  };
}

/** Returns the summary of a replication that was measured by the whole plan; its numbers go with `reducePlan(plan)`. */
export function reduceResult(plan: MeasurePlan, result: ReplicationResult): ReplicationResult {
  return {
    ...result,
    values: Float64Array.from(placesOf(plan), (place) => result.values[place]),
    series: new Float64Array(0),
    retention: new Float64Array(0),
  };
}

function placesOf(plan: MeasurePlan): readonly number[] {
  let places = kept.get(plan);
  if (places === undefined) {
    places = plan.metrics.flatMap(({ groupBy }, place) => (MEMBERS.includes(groupBy) ? [] : [place]));
    kept.set(plan, places);
  }
  return places;
}
