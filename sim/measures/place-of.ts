import type { MeasurePlan } from "./result.ts";

/**
 * The places of a plan's metrics, by metric and grouping, then by group: made once for a plan, since a
 * nation's has hundreds of thousands.
 */
const indexes = new WeakMap<MeasurePlan, ReadonlyMap<string, ReadonlyMap<string, number>>>();

/**
 * Gives the place of a metric among those of a plan, for everybody or for a group; -1 where it is not
 * measured.
 */
export function placeOf(plan: MeasurePlan, metric: string, groupBy = "all", group = "all"): number {
  let index = indexes.get(plan);
  if (index === undefined) {
    index = indexOf(plan);
    indexes.set(plan, index);
  }
  return index.get(nameOf(metric, groupBy))?.get(group) ?? -1;
}

function indexOf({ metrics }: MeasurePlan): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const index = new Map<string, Map<string, number>>();
  for (const [place, { metric, groupBy, group }] of metrics.entries()) {
    const name = nameOf(metric, groupBy);
    const groups = index.get(name);
    if (groups === undefined) index.set(name, new Map([[group, place]]));
    else if (!groups.has(group)) groups.set(group, place);
  }
  return index;
}

const nameOf = (metric: string, groupBy: string): string => `${metric} by ${groupBy}`;
