import { correlationOf } from "../stats/correlation.ts";
import { quantile } from "../stats/quantile.ts";

/** Says what targets taught of one parameter, a coordinate of the unit cube that was uniform before. */
export interface Learnt {
  /** The 5th, 50th and 95th centile of what is left, in the unit cube. */
  readonly ends: readonly [low: number, middle: number, high: number];
  /** Length of nine tenths of what is left, as a share of what it was before. */
  readonly left: number;
  /** To which side it leans where it is not narrowed: its mean is surely not that of before. */
  readonly leans: "low" | "high" | null;
  /** The parameter with which it trades off most, by number; null where none does. */
  readonly partner: number | null;
  /** Rank correlation with that partner; 0 without one. */
  readonly correlation: number;
}

const BEFORE = 0.9;
/** A length nearer to what it was than this is nothing learnt: chance among a hundred points may make it. */
export const LEARNT_BELOW = 0.9;
/** Correlation from which two parameters are said to trade off: a ridge. */
const RIDGE = 0.5;
const SURE = 3;

/**
 * Says what points that are left of the unit cube tell of each coordinate. Two that trade off (rank
 * correlation, Spearman 1904, of a half or more) form a ridge: along it the targets cannot tell them apart,
 * however short either looks by itself.
 */
export function learntOf(points: readonly Float64Array[]): readonly Learnt[] {
  const dimensions = points[0]?.length ?? 0;
  const columns = Array.from({ length: dimensions }, (_, i) => points.map((point) => point[i]));
  const ranks = columns.map(ranksOf);
  return columns.map((column, i) => {
    const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => quantile(column, p) ?? 0);
    const left = Math.min(1, (high - low) / BEFORE);
    let [partner, correlation]: [number | null, number] = [null, 0];
    for (let other = 0; other < dimensions; other++) {
      if (other === i) continue;
      const together = correlationOf(ranks[i], ranks[other]);
      if (Math.abs(together) >= RIDGE && Math.abs(together) > Math.abs(correlation))
        [partner, correlation] = [other, together];
    }
    return { ends: [low, middle, high], left, leans: leanOf(column), partner, correlation };
  });
}

function leanOf(column: readonly number[]): Learnt["leans"] {
  const n = column.length;
  const mean = column.reduce((sum, value) => sum + value, 0) / n;
  // Of a uniform coordinate the mean has a standard error of 1 / sqrt(12 n).
  const apart = (mean - 0.5) * Math.sqrt(12 * n);
  if (Math.abs(apart) < SURE) return null;
  return apart < 0 ? "low" : "high";
}

/** Gives ranks from 0; those of equal values are their middle. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let before = from + 1;
    while (before < order.length && values[order[before]] === values[order[from]]) before++;
    for (let i = from; i < before; i++) ranks[order[i]] = (from + before - 1) / 2;
    from = before;
  }
  return ranks;
}
