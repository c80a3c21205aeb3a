import { crossFitted } from "../stats/cross-fitted.ts";
import { fitPolynomial } from "../stats/polynomial-fit.ts";
import { normalCritical } from "../stats/student-t.ts";
import { weightedQuantiles } from "../stats/weighted-quantiles.ts";
import type { VariedValue } from "./parameter-values.ts";

/** What is expected at a value of a parameter. */
export interface ExpectedAt {
  /** The value, in the unit of the parameter. */
  readonly at: number;
  /** In the unit of the number that hangs on it. */
  readonly expected: number;
}

/** The parameter on which a number hangs most among the members of an ensemble. */
export interface HangsMost {
  readonly path: string;
  readonly unit: string;
  /** Share of the variance of members' means that follows from it alone; chance is in the rest. */
  readonly share: number;
  /** At the 5th and the 95th centile of its values in the members. */
  readonly low: ExpectedAt;
  readonly high: ExpectedAt;
}

/** Of less it is not worth saying that a number hangs on it. */
const LEAST_SHARE = 0.2;

/**
 * Finds the parameter on which a number hangs most: whose cubic, fitted to nine tenths of the members, tells
 * the others' means best (first-order share of variance by regression: Saltelli et al. 2008, §1.2.5). Null
 * where it tells less than a fifth of their variance, or is not surely ahead of the next (one-sided 95 %, of
 * the squared errors member by member). `rows` hold a member's values over replications.
 */
export function hangsMost(
  rows: readonly ArrayLike<number>[],
  weights: Float64Array,
  parameters: readonly VariedValue[],
): HangsMost | null {
  const means = rows.map(finiteMean);
  if (parameters.length === 0 || means.some((mean) => !Number.isFinite(mean))) return null;
  const apart = squaredErrors([], means, weights);
  const all = sumOf(apart, weights);
  if (!(all > 0)) return null;
  const tried = parameters
    .map((parameter) => ({ parameter, errors: squaredErrors([parameter.values], means, weights) }))
    .map((one) => ({ ...one, share: 1 - sumOf(one.errors, weights) / all }))
    .sort((a, b) => b.share - a.share);
  const [first, next] = tried;
  if (!(first.share >= LEAST_SHARE) || !isSurelyLess(first.errors, next?.errors ?? apart, weights))
    return null;
  const { path, unit, values } = first.parameter;
  const fitted = fitPolynomial([values], means, weights, [...means.keys()]);
  const [low, high] = (weightedQuantiles(values, weights, [0.05, 0.95]) ?? [Number.NaN, Number.NaN]).map(
    (value): ExpectedAt => ({ at: value, expected: fitted([value]) }),
  );
  return { path, unit, share: first.share, low, high };
}

/** Gives, member by member, the squared error of a fit to the members of other folds. */
function squaredErrors(
  columns: readonly ArrayLike<number>[],
  means: readonly number[],
  weights: Float64Array,
): Float64Array {
  const expected = crossFitted(columns, means, weights);
  return expected.map((value, member) => square(means[member] - value));
}

/** Tells whether one row of errors is smaller than another beyond chance over members. */
function isSurelyLess(errors: Float64Array, than: Float64Array, weights: Float64Array): boolean {
  const ahead = errors.map((error, member) => than[member] - error);
  const mean = sumOf(ahead, weights);
  const variance = ahead.reduce((sum, one, i) => sum + square(weights[i] * (one - mean)), 0);
  return mean > normalCritical(0.9) * Math.sqrt(variance);
}

const square = (value: number): number => value * value;

const sumOf = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, i) => sum + weights[i] * value, 0);

function finiteMean(row: ArrayLike<number>): number {
  const finite = Array.from(row).filter(Number.isFinite);
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
}
