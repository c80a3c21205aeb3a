import { sideOfZero } from "../../findings/side-of-zero.ts";
import { MINUS, numberText, signedText } from "../../words/numbers.ts";
import type { ReaderUnit } from "../../words/units.ts";
import type { Estimate } from "./rows.ts";

/** Writes an estimate with its interval: 34.1 % (33.0 to 35.2). */
export function estimateWords({ mean, low, high }: Estimate, { unit, decimals }: ReaderUnit): string {
  const interval =
    low === null || high === null ? "" : ` (${numberText(low, decimals)} to ${numberText(high, decimals)})`;
  return `${numberText(mean, decimals)} ${unit}${interval}`;
}

/** Writes a difference with its sign and interval: +1.2 points (0.4 to 2.0). */
export function differenceWords({ mean, low, high }: Estimate, unit: ReaderUnit): string {
  const { difference } = unit;
  const decimals = decimalsOfDifference(mean, unit);
  const interval =
    low === null || high === null
      ? ""
      : ` (${signedText(low, decimals, MINUS)} to ${signedText(high, decimals, MINUS)})`;
  return `${signedText(mean, decimals, MINUS)}${difference === "" ? "" : ` ${difference}`}${interval}`;
}

/** Writes what is not known of a difference, as exactly as the difference: +2 to +9. */
export function rangeWords(
  { low, high }: { readonly low: number; readonly high: number },
  { mean }: Estimate,
  unit: ReaderUnit,
): string {
  const decimals = decimalsOfDifference(mean, unit);
  return `${signedText(low, decimals, MINUS)} to ${signedText(high, decimals, MINUS)}`;
}

// A difference of under ten people is no whole number to a reader.
const decimalsOfDifference = (mean: number, { decimals }: ReaderUnit): number =>
  decimals === 0 && Math.abs(mean) < 10 ? 1 : decimals;

/** Says on which side of zero a whole interval lies, as `sideOfZero` does. */
export function sideOf({ low, high }: Estimate): -1 | 0 | 1 {
  return sideOfZero({ ciLow: low, ciHigh: high });
}
