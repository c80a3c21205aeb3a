import { differenceOf } from "./rounding.ts";
import { sampleDeviation, sampleMean } from "./sample.ts";
import { studentTCritical } from "./student-t.ts";

/** Says how one of several alternatives stands against the best of the others. */
export interface AgainstBest {
  readonly mean: number;
  /** Its mean less that of the best of the others: on the good side of 0 only for the best. */
  readonly fromBest: number;
  /**
   * The bounds hold for all alternatives together; 0 is the bound of one that is surely best, or surely not.
   */
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly mayBeBest: boolean;
}

/**
 * Compares each of several alternatives with the best of the others: simultaneous intervals for mean of i -
 * best mean among the others (multiple comparisons with the best; Hsu 1984, Ann Stat 12, 1136-1144) under
 * common random numbers (Nelson & Matejcik 1995, Mgmt Sci 41, 1935-1945). Where theirs takes all pairs to be
 * equally correlated, each pair here has its own paired spread and the k - 1 comparisons with the true best
 * share the error (Bonferroni), which assumes nothing of the correlations: all k intervals hold together in
 * at least 95 % of samples of normal values. Values of one place belong together; places where one lacks a
 * value are left out. Under two whole places or two alternatives it returns null.
 */
export function compareWithBest(
  samples: readonly ArrayLike<number>[],
  better: "higher" | "lower",
  confidence = 0.95,
): readonly AgainstBest[] | null {
  const sign = better === "higher" ? 1 : -1;
  const whole = wholePlaces(samples).map((place) => samples.map((values) => sign * values[place]));
  if (whole.length < 2 || samples.length < 2) return null;
  // One-sided, so twice the error in the two-sided critical value.
  const error = (1 - confidence) / (samples.length - 1);
  const critical = studentTCritical(1 - 2 * error, whole.length - 1);
  const scale = Math.max(...whole.flat().map(Math.abs));
  return samples.map((_, i) => {
    let fromBest = Infinity;
    let low = Infinity;
    let high = Infinity;
    samples.forEach((_, j) => {
      if (j === i) return;
      const differences = whole.map((values) => differenceOf(values[j], values[i]));
      const mean = sampleMean(differences) as number;
      const halfWidth =
        (critical * (sampleDeviation(differences, scale) as number)) / Math.sqrt(whole.length);
      fromBest = Math.min(fromBest, mean);
      low = Math.min(low, mean - halfWidth);
      high = Math.min(high, mean + halfWidth);
    });
    const [least, most] = [Math.min(0, low), Math.max(0, high)];
    return {
      mean: sign * (sampleMean(whole.map((values) => values[i])) as number),
      fromBest: sign * fromBest,
      // 0 - x, since -x of a bound of 0 would be -0.
      ciLow: sign > 0 ? least : 0 - most,
      ciHigh: sign > 0 ? most : 0 - least,
      mayBeBest: high >= 0,
    };
  });
}

function wholePlaces(samples: readonly ArrayLike<number>[]): number[] {
  return Array.from({ length: Math.min(...samples.map(({ length }) => length)) }, (_, place) => place).filter(
    (place) => samples.every((values) => Number.isFinite(values[place])),
  );
}
