import { sideOfZero } from "../../../sim/findings/side-of-zero.ts";
import type { MeanInterval } from "../../../sim/stats/mean-interval.ts";
import { numberText, signedText } from "../../../sim/words/numbers.ts";

/**
 * Writes a mean with its interval, as in "606 (601 to 611)"; alone where there is none, or chance does not
 * change what is written.
 */
export function estimateText(
  { mean, ciLow, ciHigh }: Pick<MeanInterval, "mean" | "ciLow" | "ciHigh">,
  decimals = 0,
  { factor = 1, inside }: { factor?: number; inside?: readonly [number, number] } = {},
): string {
  const written = (value: number): string => numberText(value * factor, decimals);
  if (mean === null) return "not known";
  if (ciLow === null || ciHigh === null) return written(mean);
  const [least, most] = inside ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const [low, high] = [written(Math.max(least, ciLow)), written(Math.min(most, ciHigh))];
  return low === high ? low : `${written(mean)} (${low} to ${high})`;
}

/**
 * Writes a difference in words, with its interval: "20 fewer (17 to 23)", or that chance alone gives as
 * much.
 */
export function changeText(
  difference: MeanInterval,
  words: { readonly more: string; readonly fewer: string },
  decimals = 0,
  factor = 1,
): string {
  const { mean, ciLow, ciHigh } = difference;
  if (mean === null) return "no difference can be given";
  const size = (value: number): string => numberText(Math.abs(value) * factor, decimals);
  const signed = (value: number): string => signedText(value * factor, decimals);
  if (ciLow === null || ciHigh === null)
    return `${size(mean)} ${mean < 0 ? words.fewer : words.more} (one replication: chance is not told)`;
  if (sideOfZero(difference) !== 0) {
    const [near, far] = mean < 0 ? [ciHigh, ciLow] : [ciLow, ciHigh];
    const range = size(near) === size(far) ? "" : ` (${size(near)} to ${size(far)})`;
    return `${size(mean)} ${mean < 0 ? words.fewer : words.more}${range}`;
  }
  return `no difference beyond chance (${signed(ciLow)} to ${signed(ciHigh)})`;
}
