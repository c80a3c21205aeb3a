import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

const known = new Map<number, Map<number, number>>();

/**
 * Returns the two-sided critical value of Student's t (Student 1908): the t that |T| exceeds with chance 1 -
 * confidence at `df` degrees of freedom, so 12.706 at 95 % and 1. Needs a confidence inside (0, 1) and df >=
 * 1; throws below that. Values are kept, since one table asks for the same one at every row.
 */
export function studentTCritical(confidence: number, df: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence: expected a number between 0 and 1, got ${confidence}`);
  }
  if (!(df >= 1)) throw new RangeError(`degrees of freedom: expected 1 or more, got ${df}`);
  let byDf = known.get(confidence);
  if (byDf === undefined) {
    byDf = new Map();
    known.set(confidence, byDf);
  }
  let critical = byDf.get(df);
  if (critical === undefined) {
    critical = tQuantile(1 - (1 - confidence) / 2, df);
    byDf.set(df, critical);
  }
  return critical;
}

/**
 * Returns the two-sided critical value of the standard normal, the limit of `studentTCritical`: 1.960 at 95
 * %.
 */
export function normalCritical(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence: expected a number between 0 and 1, got ${confidence}`);
  }
  return normalQuantile(1 - (1 - confidence) / 2, 0, 1);
}
