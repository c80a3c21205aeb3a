import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasureKey } from "../measures/result.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type MetricStretch,
  replicationsOf,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { type PairedDifference, pairedDifference } from "../stats/paired-difference.ts";

/** Holds what two worlds measured alike, and by how much they differ. */
export interface MetricDifference extends MeasureKey {
  readonly difference: PairedDifference;
}

/**
 * Returns the paired difference of every metric and group that both worlds have, in the order of the base;
 * of a stretch of the base's metrics if one is given.
 */
export function differencesOf(
  base: ScenarioResults,
  other: ScenarioResults,
  { from = 0, before = Number.POSITIVE_INFINITY }: MetricStretch = {},
): readonly MetricDifference[] {
  const ofBase = inReplicationOrder(base);
  const ofOther = inReplicationOrder(other);
  const [ofFirst, ofSecond] = [ofBase, ofOther].map(replicationsOf);
  if (ofFirst.some((replication, i) => replication !== ofSecond[i]))
    throw new Error(`${base.plan.scenario} and ${other.plan.scenario}: not the same replications`);
  return base.plan.metrics.slice(from, before).flatMap((key, i) => {
    const place = from + i;
    const inOther = placeOf(other.plan, key.metric, key.groupBy, key.group);
    if (inOther < 0) return [];
    const difference = pairedDifference(
      estimationValues(base.plan, ofBase, place),
      estimationValues(other.plan, ofOther, inOther),
      {
        measured: [
          acrossReplications(ofBase, "values", place),
          acrossReplications(ofOther, "values", inOther),
        ],
      },
    );
    return [{ ...key, difference }];
  });
}
