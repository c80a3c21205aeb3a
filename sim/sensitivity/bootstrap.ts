import { entityKey, rootKey } from "../random/keys.ts";
import { PURPOSE } from "../random/purposes.ts";
import { uniform } from "../random/threefry.ts";
import { studentTCritical } from "../stats/student-t.ts";

/** Changes how intervals are found. */
export interface BootstrapOptions {
  /** The seed of the draws. */
  readonly seed: string;
  /** How often rows are drawn anew; 0 for no intervals. */
  readonly resamples: number;
}

/**
 * Draws rows with replacement, each as often as there are rows, and gives each statistic in every resample
 * (Efron 1979). `statistic` gets how often each row was drawn.
 */
export function bootstrap(
  rows: number,
  { seed, resamples }: BootstrapOptions,
  statistic: (counts: Int32Array) => ArrayLike<number>,
): readonly ArrayLike<number>[] {
  const { k0, k1 } = entityKey(rootKey(seed), "sensitivity", "bootstrap");
  const counts = new Int32Array(rows);
  return Array.from({ length: resamples }, (_, resample) => {
    counts.fill(0);
    for (let draw = 0; draw < rows; draw++)
      counts[Math.floor(uniform(k0, k1, resample * rows + draw, PURPOSE.bootstrapRow) * rows)]++;
    return Float64Array.from(statistic(counts));
  });
}

/**
 * Gives the 95 % interval of statistic `i`, whose value in the sample is given: Student's t times the
 * standard deviation over the resamples (Efron & Tibshirani 1993, chapter 13); nulls with fewer than two
 * resamples. The percentiles of as many resamples hold the truth less often where rows have heavy tails.
 */
export function bootstrapInterval(
  estimate: number,
  resampled: readonly ArrayLike<number>[],
  i: number,
  rows: number,
): readonly [low: number | null, high: number | null] {
  if (resampled.length < 2 || rows < 2 || !Number.isFinite(estimate)) return [null, null];
  let sum = 0;
  for (const statistics of resampled) sum += statistics[i];
  const mean = sum / resampled.length;
  let squares = 0;
  for (const statistics of resampled) squares += (statistics[i] - mean) * (statistics[i] - mean);
  const half = studentTCritical(0.95, rows - 1) * Math.sqrt(squares / (resampled.length - 1));
  return [estimate - half, estimate + half];
}

/**
 * Gives, for each of some statistics, the share of resamples in which the next smaller one in the sample is
 * larger: while it exceeds 5 % the order of the two is unsettled. Null for the last, and without resamples.
 */
export function swapChances(
  estimates: readonly number[],
  resampled: readonly ArrayLike<number>[],
  from = 0,
): readonly (number | null)[] {
  const order = estimates.map((_, i) => i).sort((a, b) => estimates[b] - estimates[a] || a - b);
  const chances: (number | null)[] = estimates.map(() => null);
  if (resampled.length === 0) return chances;
  for (const [rank, i] of order.slice(0, -1).entries()) {
    const next = order[rank + 1];
    const swapped = resampled.filter((statistics) => statistics[from + next] > statistics[from + i]).length;
    chances[i] = swapped / resampled.length;
  }
  return chances;
}
