import { MIN_EVENTS, replicationInterval } from "./replication-interval.ts";
import { differenceOf, isEqualButForRounding } from "./rounding.ts";
import { sampleMean } from "./sample.ts";

/** Says how one of several alternatives stands against the best of the others. */
export interface AgainstBest {
  readonly mean: number;
  /** Its mean less that of the best of the others: on the good side of 0 only for the best. */
  readonly fromBest: number;
  /**
   * The bounds hold for all alternatives together; 0 is the bound of one that is surely best, or surely not;
   * null where the differences from another one tell too little for a bound.
   */
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly mayBeBest: boolean;
}

/**
 * Compares each of several alternatives with the best of the others: simultaneous intervals for mean of i -
 * best mean among the others (multiple comparisons with the best; Hsu 1984, Ann Stat 12, 1136-1144) under
 * common random numbers (Nelson & Matejcik 1995, Mgmt Sci 41, 1935-1945). Where theirs takes all pairs to be
 * equally correlated, each pair here has its own paired spread and the k - 1 comparisons with the true best
 * share the error (Bonferroni), which assumes nothing of the correlations: all k intervals hold together in
 * at least 95 % of samples of normal values; bounds are those of `replicationInterval`, and a difference that
 * is the same in ten places or more is known. Values of one place belong together; places where one lacks a
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
  const scale = Math.max(...whole.flat().map(Math.abs));
  return samples.map((_, i) => {
    let fromBest = Infinity;
    let low = Infinity;
    let high = Infinity;
    samples.forEach((_, j) => {
      if (j === i) return;
      const plain = whole.map((values) => differenceOf(values[j], values[i]));
      const differences = isEqualButForRounding(plain, scale) ? plain.map(() => plain[0]) : plain;
      const { mean, sd, ciLow, ciHigh } = replicationInterval(differences, differences, 1 - 2 * error);
      const isLevel = sd === 0 && whole.length >= MIN_EVENTS;
      fromBest = Math.min(fromBest, mean as number);
      low = Math.min(low, isLevel ? (mean as number) : (ciLow ?? -Infinity));
      high = Math.min(high, isLevel ? (mean as number) : (ciHigh ?? Infinity));
    });
    const [least, most] = [Math.min(0, low), Math.max(0, high)];
    return {
      mean: sign * (sampleMean(whole.map((values) => values[i])) as number),
      fromBest: sign * fromBest,
      // 0 - x, since -x of a bound of 0 would be -0.
      ciLow: bound(sign > 0 ? least : 0 - most),
      ciHigh: bound(sign > 0 ? most : 0 - least),
      mayBeBest: high >= 0,
    };
  });
}

const bound = (value: number): number | null => (Number.isFinite(value) ? value : null);

function wholePlaces(samples: readonly ArrayLike<number>[]): number[] {
  return Array.from({ length: Math.min(...samples.map(({ length }) => length)) }, (_, place) => place).filter(
    (place) => samples.every((values) => Number.isFinite(values[place])),
  );
}
