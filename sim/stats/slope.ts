import { studentTCritical } from "./student-t.ts";

/** Holds a straight line's slope, per step between two values, with its interval. */
export interface Slope {
  readonly n: number;
  readonly slope: number;
  /** Null with two values, which every line fits. */
  readonly standardError: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/**
 * Returns the least-squares slope of equally spaced values, per step (Gauss 1809), with its Student-t
 * interval on n - 2 degrees of freedom. Needs two finite values for a slope and three for an interval; fewer
 * give null. NaN entries are left out and keep their place. The interval takes the deviations as
 * independent: weekly levels of one run are not, so it is too narrow there, and an interval of the slopes
 * over replications is the sound one.
 */
export function slope(values: ArrayLike<number>, confidence = 0.95): Slope | null {
  let n = 0;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    n++;
    meanX += i;
    meanY += values[i] as number;
  }
  if (n < 2) return null;
  meanX /= n;
  meanY /= n;
  let squaresX = 0;
  let products = 0;
  let squaresY = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    const x = i - meanX;
    const y = (values[i] as number) - meanY;
    squaresX += x * x;
    products += x * y;
    squaresY += y * y;
  }
  const perStep = products / squaresX;
  if (n === 2) return { n, slope: perStep, standardError: null, ciLow: null, ciHigh: null };
  const residual = Math.max(0, squaresY - perStep * products);
  const standardError = Math.sqrt(residual / (n - 2) / squaresX);
  const halfWidth = studentTCritical(confidence, n - 2) * standardError;
  return { n, slope: perStep, standardError, ciLow: perStep - halfWidth, ciHigh: perStep + halfWidth };
}
