import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { cholesky, logDeterminant, solveLower, solveUpper } from "./cholesky.ts";
import { nelderMead } from "./nelder-mead.ts";

/** Predicts a function of several numbers from its noisy values at some points. */
export interface GaussianProcess {
  /** Writes the expectation at a point of the unit cube and its variance, without that of replicates. */
  predict(x: ArrayLike<number>, into: Prediction): void;
  /** How far a coordinate must move before the remainder forgets itself, in the unit cube. */
  readonly lengths: Float64Array;
  /** Standard deviation of the remainder, in the function's unit. */
  readonly remainder: number;
}

/** Takes what is predicted at a point. */
export interface Prediction {
  mean: number;
  variance: number;
}

const EVALUATIONS_A_LENGTH = 60;
const TOLERANCE = 1e-4;
/** A length is a priori half the cube, give or take a factor of e: data that say nothing leave it there. */
const LIKELY_LENGTH = -0.7;
/** Share of the remainder's variance that keeps a matrix of two near points positive definite. */
const NUGGET = 1e-8;

/**
 * Fits a regression mean, linear in each coordinate, and a Gaussian process with a Matern 5/2 covariance of
 * one length a coordinate to values at points of the unit cube (Sacks, Welch, Mitchell & Wynn 1989;
 * Rasmussen & Williams 2006, sections 2.7 and 4.2). `noise` is the variance of each value about the
 * function, so replicate noise that differs from point to point is no wiggle of it (Ankenman, Nelson & Staum
 * 2010). Lengths and the remainder's variance are those of greatest restricted likelihood, with a weak prior
 * on the lengths; the regression's own error is carried. Needs more points than coordinates + 2; throws
 * below that.
 */
export function fitGaussianProcess(
  points: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  noise: ArrayLike<number>,
): GaussianProcess {
  const n = points.length;
  const dimensions = points[0].length;
  if (n < dimensions + 3) throw new RangeError(`points: expected ${dimensions + 3} or more, got ${n}`);
  const scale = scaleOf(values);
  const y = Float64Array.from(values, (value) => (value - scale.mean) / scale.deviation);
  const variances = Float64Array.from(noise, (variance) => variance / square(scale.deviation));
  const known = { points, y, variances, dimensions };
  const start = new Float64Array(dimensions + 1).fill(LIKELY_LENGTH);
  start[dimensions] = 0;
  const { at } = nelderMead((logs) => fitAt(known, logs)?.loss ?? Infinity, start, 0.7, {
    evaluations: EVALUATIONS_A_LENGTH * (dimensions + 1),
    tolerance: TOLERANCE,
  });
  const fitted = fitAt(known, at);
  if (fitted === null) throw new RangeError("values: no covariance fits them");
  return predictor(known, fitted, scale);
}

interface Known {
  readonly points: readonly ArrayLike<number>[];
  readonly y: Float64Array;
  readonly variances: Float64Array;
  readonly dimensions: number;
}

interface Fitted {
  readonly loss: number;
  readonly lengths: Float64Array;
  readonly variance: number;
  /** Factor of the covariance of the values. */
  readonly factor: Float64Array;
  /** The basis, a column a function, solved by the factor. */
  readonly basis: readonly Float64Array[];
  /** Factor of basis' inverse covariance basis. */
  readonly precision: Float64Array;
  readonly coefficients: Float64Array;
  /** Inverse covariance times what the regression leaves. */
  readonly weights: Float64Array;
}

/** Fits everything else at given logarithms of lengths and variance; null where no covariance comes out. */
function fitAt({ points, y, variances, dimensions }: Known, logs: Float64Array): Fitted | null {
  const n = points.length;
  const lengths = logs.slice(0, dimensions).map((log) => exp(log));
  const variance = exp(logs[dimensions]);
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++)
      factor[i * n + j] = variance * matern(distance(points[i], points[j], lengths));
    factor[i * n + i] = variance * (1 + NUGGET) + variances[i];
  }
  if (!cholesky(factor, n)) return null;
  const basis = Array.from({ length: dimensions + 1 }, (_, column) => {
    const solved = Float64Array.from(points, (point) => (column === 0 ? 1 : point[column - 1]));
    solveLower(factor, n, solved);
    return solved;
  });
  const solved = Float64Array.from(y);
  solveLower(factor, n, solved);
  const size = basis.length;
  const precision = new Float64Array(size * size);
  const coefficients = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) precision[a * size + b] = dot(basis[a], basis[b]);
    coefficients[a] = dot(basis[a], solved);
  }
  if (!cholesky(precision, size)) return null;
  solveLower(precision, size, coefficients);
  solveUpper(precision, size, coefficients);
  const weights = solved;
  for (let i = 0; i < n; i++) for (let a = 0; a < size; a++) weights[i] -= coefficients[a] * basis[a][i];
  const misfit = dot(weights, weights);
  solveUpper(factor, n, weights);
  let prior = 0;
  for (let i = 0; i < dimensions; i++) prior += square(logs[i] - LIKELY_LENGTH);
  const loss = logDeterminant(factor, n, ln) + logDeterminant(precision, size, ln) + misfit + prior;
  return { loss, lengths, variance, factor, basis, precision, coefficients, weights };
}

function predictor(
  { points, dimensions }: Known,
  { lengths, variance, factor, basis, precision, coefficients, weights }: Fitted,
  scale: Scale,
): GaussianProcess {
  const n = points.length;
  const size = basis.length;
  const near = new Float64Array(n);
  const left = new Float64Array(size);
  return {
    lengths,
    remainder: Math.sqrt(variance) * scale.deviation,
    predict(x, into) {
      let mean = coefficients[0];
      for (let i = 0; i < dimensions; i++) mean += coefficients[i + 1] * x[i];
      for (let i = 0; i < n; i++) {
        near[i] = variance * matern(distance(x, points[i], lengths));
        mean += near[i] * weights[i];
      }
      solveLower(factor, n, near);
      for (let a = 0; a < size; a++) left[a] = (a === 0 ? 1 : x[a - 1]) - dot(basis[a], near);
      solveLower(precision, size, left);
      const spread = variance - dot(near, near) + dot(left, left);
      into.mean = mean * scale.deviation + scale.mean;
      // Rounding may leave a little below nothing at a point that was simulated without noise.
      into.variance = Math.max(0, spread) * square(scale.deviation);
    },
  };
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

/** Gives mean and deviation of values; a deviation of 1 where they are all the same. */
function scaleOf(values: ArrayLike<number>): Scale {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i] / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += square(values[i] - mean);
  return { mean, deviation: squares > 0 ? Math.sqrt(squares / n) : 1 };
}

/** Gives the distance of two points with each coordinate in its own length. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>, lengths: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < lengths.length; i++) {
    const apart = (a[i] - b[i]) / lengths[i];
    squares += apart * apart;
  }
  return Math.sqrt(squares);
}

const square = (x: number): number => x * x;

const ROOT_5 = Math.sqrt(5);

/** Gives the Matern correlation of smoothness 5/2 at a distance. */
function matern(distance: number): number {
  const t = ROOT_5 * distance;
  return (1 + t + (t * t) / 3) * exp(-t);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
