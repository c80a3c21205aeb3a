import type { TwoWaySplit } from "./two-way-split.ts";

/**
 * Returns members' means shrunk towards the grand mean by sqrt(between / variance), so that they spread as
 * the members differ and no further: quantiles of means that chance has spread would be too far apart
 * (constrained empirical Bayes: Louis 1984, Ghosh 1992).
 */
export function shrunkMeans({ means, grand, variance, between }: TwoWaySplit): Float64Array {
  const by = variance > 0 ? Math.sqrt(between / variance) : 0;
  return means.map((mean) => grand + by * (mean - grand));
}
