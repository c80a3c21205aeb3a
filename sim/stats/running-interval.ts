import { studentTCritical } from "./student-t.ts";

/** Holds, at each place, what is known of the values up to and with it; NaN where too few are finite. */
export interface RunningInterval {
  readonly mean: Float64Array;
  readonly halfWidth: Float64Array;
  /** How many of the values so far are finite. */
  readonly finite: Int32Array;
}

/**
 * Returns the mean and the half-width of its 95 % Student-t interval for every beginning of a sequence, in
 * one pass (Welford 1962); values that are not finite are passed over.
 */
export function runningInterval(values: ArrayLike<number>): RunningInterval {
  const mean = new Float64Array(values.length);
  const halfWidth = new Float64Array(values.length);
  const finite = new Int32Array(values.length);
  let n = 0;
  let center = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) {
      n++;
      const apart = values[i] - center;
      center += apart / n;
      squares += apart * (values[i] - center);
    }
    mean[i] = n > 0 ? center : NaN;
    halfWidth[i] = n > 1 ? studentTCritical(0.95, n - 1) * Math.sqrt(squares / (n - 1) / n) : NaN;
    finite[i] = n;
  }
  return { mean, halfWidth, finite };
}
