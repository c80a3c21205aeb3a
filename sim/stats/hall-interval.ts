import pow from "@stdlib/math-base-special-pow";
import type { MeanInterval } from "./mean-interval.ts";
import { finiteValues, sampleDeviation, sampleMean } from "./sample.ts";
import { studentTCritical } from "./student-t.ts";

/** Fewer values tell nothing of their skewness: Hall's interval is then Student's. */
const MIN_VALUES = 10;
/**
 * Few values of a long tail show half or a third of its skewness. Where values are known to have one it is
 * taken to be 1 + 24 / n times what they show, three times at 12 and a quarter more at 100 (chosen by `npm
 * run bench:coverage`). Of symmetric values that would treble the chance skewness of a few.
 */
const UNSEEN = 24;

/**
 * Returns the mean of independent, skewed values with Hall's interval: Student's t after the cubic
 * transformation that takes out the skewness of the statistic and can be turned back (Hall 1992, J R Stat
 * Soc B 54, 221-228, g3; Student's quantiles for the normal ones, as Zhou & Gao 2000 advise). It reaches
 * further to the side of the long tail; of values that are `longTailed`, known to have one that so few do not
 * show, further still. Under ten values, which tell nothing of their skewness, or without a spread, it is
 * Student's.
 */
export function hallInterval(
  values: ArrayLike<number>,
  confidence = 0.95,
  { longTailed = false } = {},
): MeanInterval {
  const finite = finiteValues(values);
  const n = finite.length;
  const mean = sampleMean(finite);
  const sd = sampleDeviation(finite);
  if (mean === null || sd === null) return { n, mean, sd: null, ciLow: null, ciHigh: null };
  const critical = studentTCritical(confidence, n - 1);
  const error = sd / Math.sqrt(n);
  const unseen = longTailed ? 1 + UNSEEN / n : 1;
  const slant = n < MIN_VALUES || sd === 0 ? 0 : (unseen * skewness(finite, mean)) / Math.sqrt(n);
  const back = (y: number): number =>
    Math.abs(slant) < 1e-9 ? y : (3 * (cubeRoot(1 + slant * (y - slant / 6)) - 1)) / slant;
  return { n, mean, sd, ciLow: mean - error * back(critical), ciHigh: mean - error * back(-critical) };
}

/** Gives the sample skewness with the usual correction for its bias. */
function skewness(values: readonly number[], mean: number): number {
  const n = values.length;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const apart = value - mean;
    squares += apart * apart;
    cubes += apart * apart * apart;
  }
  const plain = (Math.sqrt(n) * cubes) / (squares * Math.sqrt(squares));
  return (plain * Math.sqrt(n * (n - 1))) / (n - 2);
}

const cubeRoot = (x: number): number => (x < 0 ? -pow(-x, 1 / 3) : pow(x, 1 / 3));
