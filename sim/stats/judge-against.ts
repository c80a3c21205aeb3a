import { confidenceSequence, type SequenceBounds, valuesForDistance } from "./confidence-sequence.ts";

/** On which side of a target a mean surely lies; `near`, if surely within so much of it. */
export type Side = "above" | "below" | "near" | "undecided";

/** Holds what values so far say of their mean against a target. */
export interface AgainstTarget {
  readonly side: Side;
  readonly bounds: SequenceBounds;
  /** About how many values would decide; null if it is decided, or no number would. */
  readonly wanted: number | null;
}

/**
 * Judges on which side of a target a mean lies, by bounds that hold at all numbers of values together but
 * for the error: one may look after each value and stop. `within` is how near the target the side no longer
 * matters.
 */
export function judgeAgainst(
  values: ArrayLike<number>,
  target: number,
  { error, within }: { readonly error: number; readonly within: number },
): AgainstTarget {
  return againstBounds(confidenceSequence(values, error), target, { error, within });
}

/** Judges on which side of a target a mean lies by its bounds, as `judgeAgainst`. */
export function againstBounds(
  bounds: SequenceBounds,
  target: number,
  { error, within }: { readonly error: number; readonly within: number },
): AgainstTarget {
  const { mean, sd, low, high } = bounds;
  if (mean === null || sd === null || low === null || high === null)
    return { side: "undecided", bounds, wanted: null };
  const side = sideOf(low, high, target, within);
  const distance = Math.max(Math.abs(mean - target), within / 2);
  const wanted = side === "undecided" && distance > 0 ? valuesForDistance(sd, distance, error) : null;
  return { side, bounds, wanted };
}

function sideOf(low: number, high: number, target: number, within: number): Side {
  if (low >= target) return "above";
  if (high < target) return "below";
  return low > target - within && high < target + within ? "near" : "undecided";
}
