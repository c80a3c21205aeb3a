import type { MeanInterval } from "../stats/mean-interval.ts";

/** An interval of a mean or of a difference; bounds are null where there was one replication. */
export type Bounds = Pick<MeanInterval, "ciLow" | "ciHigh">;

/**
 * Says on which side of zero a whole interval lies: 1 above, -1 below, 0 where it holds zero or is missing.
 */
export function sideOfZero({ ciLow, ciHigh }: Bounds): -1 | 0 | 1 {
  if (ciLow === null || ciHigh === null) return 0;
  if (ciLow > 0) return 1;
  return ciHigh < 0 ? -1 : 0;
}

/**
 * Gives the least number of pairs that can tell a difference from chance with an error of 5 %, and of 0.1 %,
 * whatever the distribution: that all n go one way has a chance of 2^(1 - n) where there is no difference.
 * The t interval alone would call two equal pairs certain.
 */
export const FEWEST_PAIRS = { likely: 6, surely: 11 } as const;

/**
 * Says how a difference lies to chance: beyond it, within it, that so few pairs cannot tell, or that too few
 * of them differ.
 */
export function chanceOf({
  n,
  mean,
  sd,
  ciLow,
  ciHigh,
}: MeanInterval): "beyond" | "within" | "untold" | "rare" {
  if (mean === null || n < FEWEST_PAIRS.likely) return "untold";
  if (sd === 0) return mean === 0 ? "within" : "beyond";
  if (ciLow === null || ciHigh === null) return "rare";
  return sideOfZero({ ciLow, ciHigh }) === 0 ? "within" : "beyond";
}

/**
 * Says on which side of zero a difference lies beyond chance: 1 above, -1 below, 0 where chance is not ruled
 * out or there are too few pairs.
 */
export function sideBeyondChance(difference: MeanInterval): -1 | 0 | 1 {
  if (difference.mean === null || chanceOf(difference) !== "beyond") return 0;
  return difference.mean > 0 ? 1 : -1;
}
