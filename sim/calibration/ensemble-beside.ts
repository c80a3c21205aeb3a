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

/** The centile of a standard normal below which 95 % lie. */
const Z = 1.6449;

/**
 * Sets fitted targets beside an ensemble. The wider width adds the mean variance of one replication to the
 * variance of the members' means, as of normal numbers.
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
    const between =
      means.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, n - 1);
    const within = simulated.reduce((sum, { variance }) => sum + variance * replications, 0) / n;
    // Members' means hold some of that chance already.
    const spread = Math.sqrt(Math.max(between, within / replications) + within - within / replications);
    return {
      target,
      n,
      mean,
      rangeLow: quantile(means, 0.05),
      rangeHigh: quantile(means, 0.95),
      predictLow: mean - Z * spread,
      predictHigh: mean + Z * spread,
    };
  });
}
