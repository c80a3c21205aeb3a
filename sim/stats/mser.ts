/** Says where the start of a series ends. */
export interface StartOfSeries {
  /** Values to leave out at the start; where there is no end of the start, half of the series. */
  readonly leftOut: number;
  /** Whether the least error lies within the first half: else the series is too short to tell. */
  readonly isFound: boolean;
}

/**
 * Finds how many values to leave out at the start of a series so that the standard error of the mean of the
 * rest is least: MSER-5, on means of five values each (White 1997; White, Cobb & Spratt 2000). A cut in the
 * second half is refused, as they advise. Needs ten batches; fewer give null.
 */
export function mser5(values: ArrayLike<number>): StartOfSeries | null {
  const batches = Math.floor(values.length / BATCH);
  if (batches < LEAST) return null;
  const means: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    let sum = 0;
    for (let i = 0; i < BATCH; i++) sum += values[batch * BATCH + i] as number;
    means.push(sum / BATCH);
  }
  const half = Math.floor(batches / 2);
  let best = 0;
  let least = Infinity;
  for (let cut = 0; cut <= batches - LEAST / 2; cut++) {
    const error = squaredError(means, cut);
    if (error >= least) continue;
    least = error;
    best = cut;
  }
  return best < half ? { leftOut: best * BATCH, isFound: true } : { leftOut: half * BATCH, isFound: false };
}

const BATCH = 5;
/** Fewer batches tell nothing. */
const LEAST = 10;

/** Gives the squared standard error of the mean of the batches from one on, as if they were independent. */
function squaredError(means: readonly number[], from: number): number {
  const n = means.length - from;
  let sum = 0;
  for (let i = from; i < means.length; i++) sum += means[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = from; i < means.length; i++) squares += (means[i] - mean) * (means[i] - mean);
  return squares / (n * n);
}
