import { type PairedDifference, pairedDifference } from "../../sim/stats/paired-difference.ts";
import { numberText, signedText } from "../../sim/words/numbers.ts";

/** Chance of being wrong under which a difference is called sure. */
const SURE = 0.999;

/** Says in words how sure a difference is, and whether it is for the better. */
export function suretyText(
  base: readonly number[],
  other: readonly number[],
  { better, decimals }: { readonly better: "higher" | "lower" | null; readonly decimals: number },
): string {
  const likely = pairedDifference(base, other);
  const { mean, ciHigh } = likely;
  if (mean === null || ciHigh === null) return "-";
  if (likely.sdPaired === 0 && mean === 0) return "the same";
  const reads = (value: number): boolean => Number(numberText(value, decimals).replaceAll(",", "")) !== 0;
  if (!reads(mean) && !reads(ciHigh - mean)) return "about the same";
  if (!leavesOutZero(likely)) return "not known";
  const sure = leavesOutZero(pairedDifference(base, other, SURE)) ? "surely" : "likely";
  return `${sure} ${changeWord(mean, better)}`;
}

function leavesOutZero({ ciLow, ciHigh }: PairedDifference): boolean {
  return ciLow !== null && ciHigh !== null && (ciLow > 0 || ciHigh < 0);
}

function changeWord(mean: number, better: "higher" | "lower" | null): string {
  if (better === null) return mean > 0 ? "more" : "less";
  return mean > 0 === (better === "higher") ? "better" : "worse";
}

/** Writes a difference with its sign and the half-width of its interval. */
export function differenceText(
  { mean, ciHigh }: Pick<PairedDifference, "mean" | "ciHigh">,
  decimals: number,
): string {
  const signed = signedText(mean, decimals);
  return mean === null || ciHigh === null ? signed : `${signed} ±${numberText(ciHigh - mean, decimals)}`;
}
