import { metricInterval } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan } from "../measures/result.ts";
import { acrossReplications, type Results } from "../measures/scenario-results.ts";
import { refuseOption } from "./door.ts";

/**
 * Minimum number of replications before an interval is judged: under it the estimate of the spread is itself
 * too uncertain (Law 2015, section 9.4.1).
 */
export const MIN_FOR_PRECISION = 30;
/** Maximum number of replications that is spent on a precision. */
export const MAX_FOR_PRECISION = 2000;

/** Says how far a run has come towards a precision. */
export interface PrecisionState {
  readonly isReached: boolean;
  /** The metric whose interval is the widest against its mean. */
  readonly widest: string;
  /** Its half-width over its mean; null if it has no interval. */
  readonly relativeHalfWidth: number | null;
  /** Metrics that were 0 in every replication: too rare to say how precise, and no more are spent on them. */
  readonly neverHappened: readonly string[];
  /**
   * Replications to have in all before it is judged again; as many as there are if it is reached or no more
   * may be spent.
   */
  readonly nextTotal: number;
}

/**
 * Judges the relative half-width of the 95 % interval of each metric (over everybody) and says how many
 * replications to have next. It looks at results only, so the number of replications depends on scenario and
 * seed, never on time or threads.
 */
export function judgePrecision(
  plan: MeasurePlan,
  results: Results,
  metrics: readonly string[],
  wanted: number,
): PrecisionState {
  const neverHappened = metrics.filter((metric) => {
    const place = placeOf(plan, metric);
    return isNever(acrossReplications(results, "values", place));
  });
  const judged = metrics.filter((metric) => !neverHappened.includes(metric));
  let widest = judged[0] ?? metrics[0];
  let relativeHalfWidth: number | null = judged.length === 0 ? null : 0;
  for (const metric of judged) {
    const relative = relativeWidth(plan, results, metric);
    if (relativeHalfWidth === null || (relative !== null && relative <= relativeHalfWidth)) continue;
    widest = metric;
    relativeHalfWidth = relative;
  }
  const total = results.length;
  const isDone =
    total >= MIN_FOR_PRECISION &&
    (judged.length === 0 || (relativeHalfWidth !== null && relativeHalfWidth <= wanted));
  return {
    isReached: isDone && neverHappened.length === 0,
    widest,
    relativeHalfWidth,
    neverHappened,
    nextTotal: isDone ? total : next(total, relativeHalfWidth, wanted),
  };
}

/** Says whether what was measured is 0 wherever it has a value: it may be rare, or it may be impossible. */
export function isNever(values: ArrayLike<number>): boolean {
  const finite = Array.from(values).filter(Number.isFinite);
  return finite.length > 0 && finite.every((value) => value === 0);
}

/** Lists the metrics that the plan does not measure over everybody. */
export function unmeasured(plan: MeasurePlan, metrics: readonly string[]): readonly string[] {
  return metrics.filter((metric) => placeOf(plan, metric) < 0);
}

/** Refuses metrics that the plan does not measure: no number of replications would make them known. */
export function refuseUnmeasured(plan: MeasurePlan, metrics: readonly string[]): void {
  const [metric] = unmeasured(plan, metrics);
  if (metric !== undefined) refuseOption("precision", "metrics that every scenario measures", metric);
}

/**
 * The half-width falls with the root of the number; no step more than doubles it, since early spreads
 * mislead.
 */
function next(total: number, relative: number | null, wanted: number): number {
  if (total < MIN_FOR_PRECISION) return MIN_FOR_PRECISION;
  const ratio = relative === null ? 2 : relative / wanted;
  const needed = Math.ceil(total * Math.min(2, ratio * ratio));
  return Math.max(total, Math.min(MAX_FOR_PRECISION, Math.max(total + 10, needed)));
}

function relativeWidth(plan: MeasurePlan, results: Results, metric: string): number | null {
  const index = placeOf(plan, metric);
  const { mean, sd, ciHigh } = metricInterval(plan, results, index);
  if (sd === 0) return 0;
  if (mean === null || ciHigh === null) return null;
  return mean === 0 ? Infinity : (ciHigh - mean) / Math.abs(mean);
}
