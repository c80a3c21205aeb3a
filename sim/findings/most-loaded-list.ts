import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import type { Results } from "../measures/scenario-results.ts";
import { confidenceSequence, type SequenceBounds } from "../stats/confidence-sequence.ts";
import { type AgainstTarget, againstBounds } from "../stats/judge-against.ts";
import { meanInterval } from "../stats/mean-interval.ts";

const LOADS = ["load.hours", "load.places"] as const;
/** Fewer posts than this at the end are none. */
const CLOSED = 0.5;

/** The list with the most load, by the loads that `regimeVerdicts` judges. */
interface MostLoaded {
  /** Its load in each replication; empty where no load can be given. */
  readonly values: Float64Array;
  readonly bounds: SequenceBounds;
  /** Whether a list is left without a post, so that its load is past every bound. */
  readonly isClosed: boolean;
}

/**
 * Judges the load of the most loaded list against a target: the larger of hours and places of every list,
 * with bounds that hold for all of them together, so that the greatest lies between the greatest of the
 * lower and the greatest of the upper ones. A list that is closed fails: its load does not count as little.
 */
export function againstMostLoaded(
  plan: MeasurePlan,
  results: Results,
  target: number,
  { error, within }: { readonly error: number; readonly within: number },
): AgainstTarget {
  const { bounds, isClosed } = mostLoaded(plan, results, error);
  if (!isClosed) return againstBounds(bounds, target, { error, within });
  return { side: "above", bounds: { ...bounds, mean: null, low: null, high: null }, wanted: null };
}

/** Gives the load of the list with the greatest mean in each replication. */
export const mostLoadedValues = (plan: MeasurePlan, results: Results): Float64Array =>
  mostLoaded(plan, results, 1).values;

function mostLoaded(plan: MeasurePlan, results: Results, error: number): MostLoaded {
  const values = (metric: string, pool: string): Float64Array =>
    estimationValues(plan, results, placeOf(plan, metric, "pool", pool));
  const meanOf = (metric: string, pool: string): number | null => meanInterval(values(metric, pool)).mean;
  const pools = plan.metrics
    .flatMap(({ metric, groupBy, group }) => (groupBy === "pool" && metric === LOADS[0] ? [group] : []))
    // A list without practices was joined into another one.
    .filter((pool) => meanOf("posts.practices", pool) !== 0);
  const loads = pools.flatMap((pool) => LOADS.map((metric) => values(metric, pool)));
  const all = loads.map((of) => ({ of, bounds: confidenceSequence(of, error / Math.max(1, loads.length)) }));
  const greatest = all
    .filter(({ bounds }) => bounds.mean !== null)
    .sort((a, b) => (b.bounds.mean ?? 0) - (a.bounds.mean ?? 0))
    .at(0);
  const most = (end: "mean" | "low" | "high"): number | null => {
    const ends = all.flatMap(({ bounds }) => bounds[end] ?? []);
    return ends.length === 0 ? null : Math.max(...ends);
  };
  return {
    values: greatest?.of ?? new Float64Array(results.length).fill(Number.NaN),
    bounds: {
      n: greatest?.bounds.n ?? 0,
      sd: greatest?.bounds.sd ?? null,
      mean: most("mean"),
      low: most("low"),
      high: most("high"),
    },
    isClosed: pools.some((pool) => (meanOf("posts.end", pool) ?? 1) < CLOSED),
  };
}
