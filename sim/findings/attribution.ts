import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasureKey } from "../measures/result.ts";
import { inReplicationOrder, type ScenarioResults } from "../measures/scenario-results.ts";
import { type MeanInterval, meanIntervalOfFinite } from "../stats/mean-interval.ts";
import { sampleMean } from "../stats/sample.ts";
import { type SampledShapley, sampledShapley, stepsOf } from "../stats/sampled-shapley.ts";
import { type Contribution, contributions, membersIn, shapleyValues } from "../stats/shapley.ts";

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
  /**
   * Half-width of the 95 % interval that the orders leave which were sampled, over their antithetic pairs; 0
   * where all worlds are there.
   */
  readonly ordersError: number | null;
}

/** The orders in which changes were made, of more than are made in all. */
export interface ChangeOrders {
  readonly orders: readonly (readonly number[])[];
  /** The sets of changes that they come through, a bit each, in the order of the worlds. */
  readonly coalitions: readonly number[];
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
 * replication without a value in one of the worlds is left out of all. `orders` says which worlds they are
 * where these are not all.
 */
export function attributedMetrics(
  worlds: readonly ScenarioResults[],
  orders: ChangeOrders | null = null,
): readonly AttributedMetric[] {
  const ordered = worlds.map(inReplicationOrder);
  return worlds[0].plan.metrics.flatMap((key): AttributedMetric[] => {
    if (!GROUPS.includes(key.groupBy)) return [];
    const places = worlds.map(({ plan }) => placeOf(plan, key.metric, key.groupBy, key.group));
    if (places.includes(-1)) return [];
    const values = worlds.map(({ plan }, world) => estimationValues(plan, ordered[world], places[world]));
    return [{ ...key, ...attributedValues(values, orders) }];
  });
}

/** Attributes a difference, given the values of each world by replication. */
export function attributedValues(
  worlds: readonly ArrayLike<number>[],
  sampled: ChangeOrders | null = null,
): Omit<AttributedMetric, keyof MeasureKey> {
  const all = worlds.length - 1;
  const replications = Array.from({ length: worlds[0].length }, (_, r) =>
    worlds.map((values) => values[r]),
  ).filter((worths) => worths.every(Number.isFinite));
  const scale = replications.reduce((most, worths) => Math.max(most, ...worths.map(Math.abs)), 0);
  const shapley = sampled === null ? null : replications.map((worths) => byOrders(worths, sampled));
  const values = shapley?.map((of) => of.values) ?? replications.map(shapleyValues);
  const means = worlds.map((_, world) => sampleMean(replications.map((worths) => worths[world])));
  return {
    base: means[0],
    other: means[all],
    difference: meanIntervalOfFinite(
      replications.map((worths) => worths[all] - worths[0]),
      0.95,
      scale,
    ),
    shares: membersIn(sampled?.coalitions[all] ?? all).map((change): ChangeShare => {
      const known = means.flatMap((mean) => mean ?? []);
      const made = known.length < means.length ? [] : madeBy(known, change, sampled);
      const amounts = made.map(({ contribution }) => contribution);
      const among = (coalition: number): number | null =>
        made.find((one) => one.coalition === coalition)?.contribution ?? null;
      const others = (sampled?.coalitions[all] ?? all) & ~(1 << change);
      return {
        share: meanIntervalOfFinite(
          values.map((shares) => shares[change]),
          0.95,
          scale,
        ),
        alone: among(0),
        last: among(others),
        least: amounts.length === 0 ? null : Math.min(...amounts),
        greatest: amounts.length === 0 ? null : Math.max(...amounts),
        ordersError: shapley === null ? 0 : ordersError(shapley, change),
      };
    }),
  };
}

/** Estimates the shares in one replication by the orders that were sampled. */
function byOrders(worths: readonly number[], { orders, coalitions }: ChangeOrders): SampledShapley {
  const places = new Map(coalitions.map((coalition, world) => [coalition, world]));
  return sampledShapley((coalition) => worths[places.get(coalition) ?? -1], orders);
}

/** Lists what a change makes of the sets of changes without it, as far as worlds tell. */
function madeBy(
  means: readonly number[],
  change: number,
  sampled: ChangeOrders | null,
): readonly Contribution[] {
  if (sampled === null) return contributions(means, change);
  const places = new Map(sampled.coalitions.map((coalition, world) => [coalition, world]));
  const steps = new Map(
    sampled.orders
      .flatMap(stepsOf)
      .flatMap((step) => (step.member === change ? [[step.before, step] as const] : [])),
  );
  return [...steps.values()].map(({ before, after }) => ({
    coalition: before,
    contribution: means[places.get(after) ?? -1] - means[places.get(before) ?? -1],
  }));
}

/** Gives how far the mean share may be off for the orders that were not sampled: Student's t over pairs. */
function ordersError(shapley: readonly SampledShapley[], change: number): number | null {
  if (shapley.length === 0) return null;
  const pairs = shapley[0].pairs.map(
    (_, pair) => shapley.reduce((sum, of) => sum + of.pairs[pair][change], 0) / shapley.length,
  );
  const { ciHigh, mean } = meanIntervalOfFinite(pairs, 0.95, Math.max(...pairs.map(Math.abs)));
  return ciHigh === null || mean === null ? null : ciHigh - mean;
}
