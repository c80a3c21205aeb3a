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

/** Says how a difference lies to chance: beyond it, within it, or that one replication cannot tell. */
export function chanceOf({
  ciLow,
  ciHigh,
  mean,
}: Bounds & { readonly mean: number | null }): "beyond" | "within" | "untold" {
  if (mean === null || ciLow === null || ciHigh === null) return "untold";
  return sideOfZero({ ciLow, ciHigh }) === 0 ? "within" : "beyond";
}
