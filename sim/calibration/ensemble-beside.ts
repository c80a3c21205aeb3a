import { normal } from "../random/quantiles.ts";
import { quantile } from "../stats/quantile.ts";
import type { Member } from "./calibrate.ts";
import type { Target } from "./targets-file.ts";

/** Holds a fitted target beside what the members of an ensemble give, in its unit. */
export interface TargetBeside {
  readonly target: Target;
  /** Members. */
  readonly n: number;
  readonly mean: number | null;
  /** 5th and 95th centile of the members' means: what is not known. */
  readonly rangeLow: number | null;
  readonly rangeHigh: number | null;
  /** The same with the chance within a member: nine of ten services lie there. */
  readonly predictLow: number | null;
  readonly predictHigh: number | null;
}

/** Parts of equal chance into which one replication's spread about its mean is cut. */
const PARTS = 20;
const NORMAL = Array.from({ length: PARTS }, (_, part) => normal((part + 0.5) / PARTS, 1));

/**
 * Sets fitted targets beside an ensemble. The wider width is of single replications of the members: about its
 * mean each spreads as a normal number does, with the variance of its replications.
 */
export function targetsBeside(
  fitted: readonly Target[],
  members: readonly Member[],
  replications: number,
): readonly TargetBeside[] {
  return fitted.map((target, i) => {
    const simulated = members.map((member) => member.simulated[i]);
    const means = simulated.flatMap(({ value }) => value ?? []);
    const n = means.length;
    if (n === 0)
      return { target, n, mean: null, rangeLow: null, rangeHigh: null, predictLow: null, predictHigh: null };
    const mean = means.reduce((sum, value) => sum + value, 0) / n;
    // Members' means hold one part in so many of that chance already.
    const alone = simulated.flatMap(({ value, variance }) =>
      value === null ? [] : NORMAL.map((z) => value + z * Math.sqrt(variance * (replications - 1))),
    );
    return {
      target,
      n,
      mean,
      rangeLow: quantile(means, 0.05),
      rangeHigh: quantile(means, 0.95),
      predictLow: quantile(alone, 0.05),
      predictHigh: quantile(alone, 0.95),
    };
  });
}
