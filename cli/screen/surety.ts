import { directionOf, judgeDifference } from "../../sim/findings/surety.ts";
import type { Better } from "../../sim/measures/metric.ts";
import type { PairedDifference } from "../../sim/stats/paired-difference.ts";
import { numberText, signedText } from "../../sim/words/numbers.ts";

/**
 * Says in words how sure a difference is, and whether it is for the better; of one that is too rare for an
 * interval, how many pairs differ.
 */
export function suretyText(
  base: readonly number[],
  other: readonly number[],
  { better, decimals }: { readonly better: Better; readonly decimals: number },
): string {
  const { difference, surety } = judgeDifference(base, other);
  const { mean, ciHigh, differ, n, noInterval } = difference;
  if (mean === null || surety === "untold") return "-";
  if (surety === "same") return "the same";
  if (surety === "rare") return noInterval === "rare" ? `${differ} of ${n} differ` : "too alike to say";
  const reads = (value: number): boolean => Number(numberText(value, decimals).replaceAll(",", "")) !== 0;
  if (!reads(mean) && (ciHigh === null || !reads(ciHigh - mean))) return "about the same";
  if (surety === "few") return "too few pairs";
  return surety === "unknown" ? "not known" : `${surety} ${directionOf(mean, better)}`;
}

/** Writes a difference with its sign and the half-width of its interval. */
export function differenceText(
  { mean, ciHigh }: Pick<PairedDifference, "mean" | "ciHigh">,
  decimals: number,
): string {
  const signed = signedText(mean, decimals);
  return mean === null || ciHigh === null ? signed : `${signed} ±${numberText(ciHigh - mean, decimals)}`;
}
