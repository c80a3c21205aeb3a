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
  let groups = new Map<string, number>();
  for (let place = 0; place < metrics.length; place++) {
    const { metric, groupBy, group } = metrics[place];
    const before = place === 0 ? undefined : metrics[place - 1];
    // Groups of a metric stand together, so that its name is seldom put together.
    if (before === undefined || before.metric !== metric || before.groupBy !== groupBy) {
      const name = nameOf(metric, groupBy);
      groups = index.get(name) ?? new Map<string, number>();
      index.set(name, groups);
    }
    if (!groups.has(group)) groups.set(group, place);
  }
  return index;
}

const nameOf = (metric: string, groupBy: string): string => `${metric} by ${groupBy}`;
