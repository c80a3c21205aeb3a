import { placeOf } from "../measures/place-of.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type MetricGroup,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { nearestName } from "../scenario/nearest-name.ts";

/**
 * Returns what each replication measured of one metric, in their order, NaN where it has no value: for
 * histograms, and for statistics of one's own. Throws if it is not measured.
 */
export function valuesOf(
  run: ScenarioResults,
  metric: string,
  { groupBy = "all", group = "all" }: MetricGroup = {},
): Float64Array {
  const index = placeOf(run.plan, metric, groupBy, group);
  if (index < 0) throw new RangeError(refusal(run, metric, groupBy, group));
  return acrossReplications(inReplicationOrder(run), "values", index);
}

function refusal({ plan }: ScenarioResults, metric: string, groupBy: string, group: string): string {
  const where = groupBy === "all" ? "" : ` by ${groupBy}, ${group}`;
  const near = nearestName(
    metric,
    plan.metrics.map((key) => key.metric),
  );
  return (
    `${plan.scenario} does not measure ` +
    `${metric}${where}.${near === undefined || near === metric ? "" : ` Did you mean ${near}?`}`
  );
}
