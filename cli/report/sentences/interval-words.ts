import { sideOfZero } from "../../../sim/findings/side-of-zero.ts";
import type { ReplicationInterval } from "../../../sim/stats/replication-interval.ts";
import { noIntervalText } from "../../../sim/words/no-interval.ts";
import { numberText, signedText } from "../../../sim/words/numbers.ts";
import { decimalsWithin } from "../../../sim/words/rounded.ts";

/** What is written of an estimate; what the table of a sweep lacks is left out. */
type Written = Pick<ReplicationInterval, "mean" | "ciLow" | "ciHigh"> & Partial<ReplicationInterval>;

/** Writes in brackets why there is no interval; nothing where no reason is known, or none needs saying. */
function whyNone({ n = 0, events = 0, noInterval = null, wouldDo = null, sd = null }: Written): string {
  const why = noIntervalText({ n, events, noInterval, wouldDo, sd });
  return why === "" ? "" : ` (${why})`;
}

/** Gives the decimals that chance allows, so many at most. */
const decimalsOf = ({ ciLow, ciHigh }: Written, most: number, factor: number): number =>
  decimalsWithin(ciLow === null || ciHigh === null ? null : ((ciHigh - ciLow) / 2) * factor, most);

/** What people, hours, weeks and pounds can be; the t interval of a mean knows nothing of 0. */
const COUNTED = [0, Number.POSITIVE_INFINITY] as const;
/** What a result may be that can lie on both sides of zero, such as a gap between groups. */
export const ANYWHERE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/**
 * Writes a mean with its interval within what it can be, as in "606 (601 to 611)"; with the reason where
 * there is none, as in "0.3
 * (too rare to say at 12; about 200 would)"; alone where chance does not change what is written.
 */
export function estimateText(
  estimate: Written,
  decimals = 0,
  { factor = 1, inside }: { factor?: number; inside?: readonly [number, number] } = {},
): string {
  const { mean, ciLow, ciHigh } = estimate;
  const fewest = decimalsOf(estimate, decimals, factor);
  const written = (value: number): string => numberText(value * factor, fewest);
  if (mean === null) return "not known";
  if (ciLow === null || ciHigh === null) return `${written(mean)}${whyNone(estimate)}`;
  const [least, most] = inside ?? COUNTED;
  const [low, high] = [written(Math.max(least, ciLow)), written(Math.min(most, ciHigh))];
  return low === high ? low : `${written(mean)} (${low} to ${high})`;
}

/**
 * Writes a difference in words, with its interval: "20 fewer (17 to 23)", or that chance alone gives as
 * much.
 */
export function changeText(
  difference: ReplicationInterval,
  words: { readonly more: string; readonly fewer: string },
  decimals = 0,
  factor = 1,
): string {
  const { mean, ciLow, ciHigh } = difference;
  if (mean === null) return "no difference can be given";
  const fewest = decimalsOf(difference, decimals, factor);
  const size = (value: number): string => numberText(Math.abs(value) * factor, fewest);
  const signed = (value: number): string => signedText(value * factor, fewest);
  if (ciLow === null || ciHigh === null) {
    const why =
      difference.noInterval === "one" ? " (one replication: chance is not told)" : whyNone(difference);
    return mean === 0 && why === ""
      ? "no difference"
      : `${size(mean)} ${mean < 0 ? words.fewer : words.more}${why}`;
  }
  if (sideOfZero(difference) !== 0) {
    const [near, far] = mean < 0 ? [ciHigh, ciLow] : [ciLow, ciHigh];
    const range = size(near) === size(far) ? "" : ` (${size(near)} to ${size(far)})`;
    return `${size(mean)} ${mean < 0 ? words.fewer : words.more}${range}`;
  }
  return `no difference beyond chance (${signed(ciLow)} to ${signed(ciHigh)})`;
}
