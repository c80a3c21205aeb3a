import { mean, sampleStandardDeviation } from "simple-statistics";
import { isEqualButForRounding } from "./rounding.ts";

/**
 * Returns the values that are there: NaN and infinities mean "no such number" and are left out, the order is
 * kept.
 */
export function finiteValues(values: ArrayLike<number>): number[] {
  const kept: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value)) kept.push(value);
  }
  return kept;
}

function allEqual(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

/**
 * Returns the mean (Kahan-Babuska sum in the order given, by n) of finite values, or null for none.
 * Equal values give exactly that value, which a rounded sum divided by n need not.
 */
export function sampleMean(values: number[]): number | null {
  if (values.length === 0) return null;
  return allEqual(values) ? (values[0] as number) : mean(values);
}

/**
 * Returns the standard deviation of finite values with divisor n - 1, or null for fewer than 2; 0 for equal
 * values. Of differences of numbers up to `scale`, what rounding leaves is no spread.
 */
export function sampleDeviation(values: number[], scale = 0): number | null {
  if (values.length < 2) return null;
  return isEqualButForRounding(values, scale) ? 0 : sampleStandardDeviation(values);
}
