import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasureKey } from "../measures/result.ts";
import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { type MeanInterval, meanIntervalOfFinite } from "../stats/mean-interval.ts";
import { sampleMean } from "../stats/sample.ts";
import { contributions, membersIn, shapleyValues } from "../stats/shapley.ts";

/** Holds what one change has to do with the difference of a metric. */
export interface ChangeShare {
  /**
   * Its Shapley share of the difference: the shares of all changes add up to it, replication by replication.
   */
  readonly share: MeanInterval;
  /** What it makes by itself, and as the last one, when all others are made. */
  readonly alone: number | null;
  readonly last: number | null;
  /**
   * The least and the greatest that it makes at any place in any order: apart where changes work on each
   * other.
   */
  readonly least: number | null;
  readonly greatest: number | null;
}

/** Holds the difference of a metric between two scenarios, and what each change has to do with it. */
export interface AttributedMetric extends MeasureKey {
  readonly base: number | null;
  readonly other: number | null;
  readonly difference: MeanInterval;
  /** In the order of the changes. */
  readonly shares: readonly ChangeShare[];
}

/** Groups of people whose differences are attributed. */
const GROUPS = ["all", "quintile"];

/**
 * Attributes the difference of every metric that all worlds measure, over everybody and by quintile. A
 * replication without a value in one of the worlds is left out of all.
 */
export function attributedMetrics(worlds: readonly ScenarioResults[]): readonly AttributedMetric[] {
  const ordered = worlds.map(inReplicationOrder);
  return worlds[0].plan.metrics.flatMap((key): AttributedMetric[] => {
    if (!GROUPS.includes(key.groupBy)) return [];
    const places = worlds.map(({ plan }) => placeOf(plan, key.metric, key.groupBy, key.group));
    if (places.includes(-1)) return [];
    const values = worlds.map(({ plan }, world) => estimationValues(plan, ordered[world], places[world]));
    return [{ ...key, ...attributedValues(values) }];
  });
}

/** Attributes a difference, given the values of each world by replication. */
export function attributedValues(
  worlds: readonly ArrayLike<number>[],
): Omit<AttributedMetric, keyof MeasureKey> {
  const all = worlds.length - 1;
  const replications = Array.from({ length: worlds[0].length }, (_, r) =>
    worlds.map((values) => values[r]),
  ).filter((worths) => worths.every(Number.isFinite));
  const scale = replications.reduce((most, worths) => Math.max(most, ...worths.map(Math.abs)), 0);
  const values = replications.map(shapleyValues);
  const means = worlds.map((_, world) => sampleMean(replications.map((worths) => worths[world])));
  return {
    base: means[0],
    other: means[all],
    difference: meanIntervalOfFinite(
      replications.map((worths) => worths[all] - worths[0]),
      0.95,
      scale,
    ),
    shares: membersIn(all).map((change): ChangeShare => {
      const made = means.includes(null) ? [] : contributions(means as number[], change);
      const amounts = made.map(({ contribution }) => contribution);
      return {
        share: meanIntervalOfFinite(
          values.map((shares) => shares[change]),
          0.95,
          scale,
        ),
        alone: amounts.at(0) ?? null,
        last: amounts.at(-1) ?? null,
        least: amounts.length === 0 ? null : Math.min(...amounts),
        greatest: amounts.length === 0 ? null : Math.max(...amounts),
      };
    }),
  };
}
