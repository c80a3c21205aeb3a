import exp from "@stdlib/math-base-special-exp";

const TERMS = 100;

/**
 * Gives the chance that as many independent uniform numbers lie at least as far from an even spread over 0 to
 * 1 as these do: the test of Kolmogorov and Smirnov, with its limit distribution corrected for few values
 * (Stephens 1970). NaN for none; throws for a value outside 0 to 1.
 */
export function uniformityChance(values: readonly number[]): number {
  const outside = values.find((value) => !(value >= 0 && value <= 1));
  if (outside !== undefined) throw new RangeError(`values: expected numbers from 0 to 1, got ${outside}`);
  const n = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const furthest = sorted.reduce((most, value, i) => Math.max(most, value - i / n, (i + 1) / n - value), 0);
  const root = Math.sqrt(n);
  return kolmogorovTail((root + 0.12 + 0.11 / root) * furthest);
}

/** Gives the chance that Kolmogorov's limit exceeds a distance (Kolmogorov 1933). */
function kolmogorovTail(distance: number): number {
  let tail = 0;
  for (let k = 1; k <= TERMS; k++) tail += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * distance * distance);
  return Math.min(1, Math.max(0, tail));
}
