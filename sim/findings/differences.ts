import { estimationValues } from "../measures/estimation-values.ts";
import type { MeasureKey } from "../measures/result.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { type PairedDifference, pairedDifference } from "../stats/paired-difference.ts";

/** Holds what two worlds measured alike, and by how much they differ. */
export interface MetricDifference extends MeasureKey {
  readonly difference: PairedDifference;
}

/**
 * Returns the paired difference of every metric and group that both worlds have, in the order of the base.
 */
export function differencesOf(base: ScenarioResults, other: ScenarioResults): readonly MetricDifference[] {
  const ofBase = inReplicationOrder(base);
  const ofOther = inReplicationOrder(other);
  if (ofBase.some(({ replication }, i) => replication !== ofOther[i]?.replication))
    throw new Error(`${base.plan.scenario} and ${other.plan.scenario}: not the same replications`);
  const places = new Map(other.plan.metrics.map((key, place) => [nameOf(key), place]));
  return base.plan.metrics.flatMap((key, place) => {
    const inOther = places.get(nameOf(key));
    if (inOther === undefined) return [];
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

const nameOf = ({ metric, groupBy, group }: MeasureKey): string => JSON.stringify([metric, groupBy, group]);
