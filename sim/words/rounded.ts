import { numberText } from "./numbers.ts";

/**
 * Gives the decimals that an uncertainty allows: the last figure stands for at most half of half an interval,
 * and for a tenth of that at least. At most `most`; below 0 for tens, hundreds and so on. `most` where there
 * is no interval, or one of no width.
 */
export function decimalsAllowed(halfWidth: number | null, most: number): number {
  if (halfWidth === null || !(halfWidth > 0)) return most;
  const [, place] = (halfWidth / 2).toExponential(9).split("e");
  return Math.min(most, -Number(place));
}

/** Gives the same of a number that is written in whole units at the coarsest. */
export const decimalsWithin = (halfWidth: number | null, most: number): number =>
  Math.max(0, decimalsAllowed(halfWidth, most));

/** Writes a number with so many decimals; fewer than none round it to tens, hundreds and so on. */
export function roundedText(value: number | null, decimals: number): string {
  if (value === null || decimals >= 0) return numberText(value, decimals);
  const unit = Number(`1e${-decimals}`);
  return numberText(Math.round(value / unit) * unit, 0);
}

/** Figures of an amount of money: more than three say nothing to whoever decides on it. */
const FIGURES = 3;
const MILLION = 1_000_000;

/** Writes pounds in three figures, as they are said: GBP 950, GBP 688,000, GBP 1.06 million. */
export function moneyText(pounds: number): string {
  const rounded = Number(pounds.toPrecision(FIGURES));
  const size = Math.abs(rounded);
  if (size < MILLION) return `GBP ${numberText(rounded, size > 0 && size < 10 ? 2 : 0)}`;
  const decimals = size >= 100 * MILLION ? 0 : size >= 10 * MILLION ? 1 : 2;
  return `GBP ${numberText(rounded / MILLION, decimals)} million`;
}
