import { sideOfZero } from "../findings/side-of-zero.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { lastingPrecision, lookAheadOf } from "../stats/look-ahead.ts";
import { pairedDifference } from "../stats/paired-difference.ts";
import { runningInterval } from "../stats/running-interval.ts";
import { isNever, MAX_FOR_PRECISION, MIN_FOR_PRECISION } from "./precision.ts";

/**
 * Says how surely a difference is to be known: within a share of the base's mean, within so much in the
 * metric's unit, or until it is known on which side of 0 it lies.
 */
export type DifferenceGoal =
  | { readonly kind: "relative"; readonly share: number }
  | {
      readonly kind: "absolute";
      readonly halfWidths: readonly { readonly metric: string; readonly within: number }[];
    }
  | { readonly kind: "sign" };

/** Holds what was measured of a metric in two worlds, a place a replication. */
export interface MetricPairs {
  readonly metric: string;
  readonly base: Float64Array;
  readonly other: Float64Array;
}

/** Says how far a comparison has come towards what is wanted of its differences. */
export interface DifferencePrecision {
  readonly isReached: boolean;
  /** Replications that sufficed, with more simulated to see that it lasts; null if it is not reached. */
  readonly sufficed: number | null;
  /** Metrics whose difference is not known well enough. */
  readonly missing: readonly string[];
  /**
   * Metrics that were 0 in every replication of both: too rare to say how they differ, and no more are spent
   * on them.
   */
  readonly neverHappened: readonly string[];
  /**
   * Replications to have in all before it is judged again; as many as there are if it is reached or no more
   * may be spent.
   */
  readonly nextTotal: number;
}

/** Replications at which the sign of a difference is looked at. */
export const SIGN_LOOKS: readonly number[] = [30, 60, 120, 240, 480, 960, 1920, MAX_FOR_PRECISION];
/**
 * Each look has its share of the 5 % (Bonferroni), so that a difference that is not there gets a sign in at
 * most 5 % of comparisons, however often it is looked at.
 */
const SIGN_CONFIDENCE = 1 - 0.05 / SIGN_LOOKS.length;

/**
 * Judges whether differences are known as well as wanted. It looks at results only, so the number of
 * replications depends on scenarios and seed, never on time or threads.
 */
export function judgeDifferences(pairs: readonly MetricPairs[], goal: DifferenceGoal): DifferencePrecision {
  const never = pairs.filter(({ base, other }) => isNever(base) && isNever(other));
  const neverHappened = never.map(({ metric }) => metric);
  const judged = pairs.filter((pair) => !never.includes(pair));
  const total = pairs[0]?.base.length ?? 0;
  if (judged.length === 0 && never.length > 0 && total >= MIN_FOR_PRECISION)
    return { isReached: false, sufficed: null, missing: [], neverHappened, nextTotal: total };
  const judgement = goal.kind === "sign" ? judgeSigns(judged) : judgeWidths(judged, goal);
  return { ...judgement, isReached: judgement.isReached && never.length === 0, neverHappened };
}

type Judgement = Omit<DifferencePrecision, "neverHappened">;

/**
 * Lists the values of metrics over everybody in two worlds, replication by replication; metrics that either
 * lacks are left out.
 */
export function pairsOf(
  metrics: readonly string[],
  base: { readonly plan: MeasurePlan; readonly results: readonly ReplicationResult[] },
  other: typeof base,
): readonly MetricPairs[] {
  return metrics.flatMap((metric) => {
    const [i, j] = [base, other].map(({ plan }) => placeOf(plan, metric));
    if (i < 0 || j < 0) return [];
    return [
      {
        metric,
        base: Float64Array.from(base.results, ({ values }) => values[i]),
        other: Float64Array.from(other.results, ({ values }) => values[j]),
      },
    ];
  });
}

function judgeSigns(pairs: readonly MetricPairs[]): Judgement {
  const total = pairs[0]?.base.length ?? 0;
  const missing = pairs.filter((pair) => !isSignKnown(pair)).map(({ metric }) => metric);
  const isReached = missing.length === 0 && SIGN_LOOKS.includes(total);
  const next = SIGN_LOOKS.find((look) => look > total) ?? total;
  return { isReached, sufficed: isReached ? total : null, missing, nextTotal: isReached ? total : next };
}

/** Worlds that do not differ at all have no sign to wait for. */
function isSignKnown({ base, other }: MetricPairs): boolean {
  const difference = pairedDifference(base, other, { confidence: SIGN_CONFIDENCE });
  return difference.sdPaired === 0 || sideOfZero(difference) !== 0;
}

function judgeWidths(
  pairs: readonly MetricPairs[],
  goal: Exclude<DifferenceGoal, { kind: "sign" }>,
): Judgement {
  const total = pairs[0]?.base.length ?? 0;
  const over = pairs.map((pair) => widthOverWanted(pair, goal));
  const isMet = (n: number): boolean => over.every((ratio) => ratio[n - 1] <= 1);
  const { at, met } = lastingPrecision(total, MIN_FOR_PRECISION, isMet);
  const missing = pairs.filter((_, i) => !(over[i][total - 1] <= 1)).map(({ metric }) => metric);
  if (at !== null) return { isReached: true, sufficed: at, missing: [], nextTotal: total };
  const widest = Math.max(
    ...over.map((ratio) => (Number.isNaN(ratio[total - 1]) ? Infinity : ratio[total - 1])),
  );
  return { isReached: false, sufficed: null, missing, nextTotal: nextTotal(total, met, widest) };
}

/**
 * The half-width falls with the root of the number; no step more than doubles it, since early spreads
 * mislead, and each leaves room for the look-ahead.
 */
function nextTotal(total: number, met: number | null, widest: number): number {
  const first = MIN_FOR_PRECISION + lookAheadOf(MIN_FOR_PRECISION);
  if (total < first) return first;
  const needed = met ?? Math.ceil(total * Math.min(2, widest * widest));
  return Math.max(total, Math.min(MAX_FOR_PRECISION, Math.max(total + 5, needed + lookAheadOf(needed))));
}

/**
 * Gives, for each number of replications, the half-width of the difference's interval over what is wanted;
 * NaN while too few pairs have a value.
 */
function widthOverWanted(
  { metric, base, other }: MetricPairs,
  goal: Exclude<DifferenceGoal, { kind: "sign" }>,
): Float64Array {
  const { halfWidth, finite } = runningInterval(base.map((value, r) => other[r] - value));
  const ofBase = runningInterval(base).mean;
  const stated = goal.kind === "absolute" ? goal.halfWidths.find((one) => one.metric === metric) : undefined;
  return halfWidth.map((width, r) => {
    if (finite[r] < MIN_FOR_PRECISION) return NaN;
    if (width === 0) return 0;
    return width / (goal.kind === "relative" ? goal.share * Math.abs(ofBase[r]) : (stated?.within ?? NaN));
  });
}
