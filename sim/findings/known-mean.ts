import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { ScenarioResults } from "../measures/scenario-results.ts";
import { meanInterval } from "../stats/mean-interval.ts";

/** Gives a mean over replications that is known without their values; undefined of any other. */
export type KnownMean = (metric: string, groupBy: string, group: string) => number | null | undefined;

/** A run, of a results folder that keeps of some metrics their mean alone. */
export interface RunWithMeans extends ScenarioResults {
  /** What is left out of a run that was simulated just now, whose replications tell everything. */
  readonly knownMean?: KnownMean | undefined;
}

/** Gives the mean of a metric of a group over replications, as the table `summary` has it. */
export function groupMean(
  { plan, results, knownMean }: RunWithMeans,
  metric: string,
  groupBy: string,
  group: string,
): number | null {
  const known = knownMean?.(metric, groupBy, group);
  if (known !== undefined) return known;
  return meanInterval(estimationValues(plan, results, placeOf(plan, metric, groupBy, group))).mean;
}
