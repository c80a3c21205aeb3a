/** A published figure with the band in which a member lies. */
interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Weighs members by how near they come to the published figures themselves, where being within the bands
 * counted alike: the product over figures of 1 less the squared distance as a share of that to the band's
 * end (the kernel of Epanechnikov 1969 in place of a uniform one). `simulated` has a row a member, in the
 * order of `figures`; the weights add up to 1. Null where a member lacks a value or no member has weight.
 */
export function nearnessWeights(
  simulated: readonly (readonly (number | null)[])[],
  figures: readonly Figure[],
): Float64Array | null {
  const weights = Float64Array.from(simulated, (row) =>
    row.reduce<number>((weight, value, i) => weight * nearness(value, figures[i]), 1),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : null;
}

/** Gives 1 at the figure and 0 at the ends of its band and beyond; NaN where there is no value. */
function nearness(value: number | null, { value: published, low, high }: Figure): number {
  if (value === null) return Number.NaN;
  const end = value < published ? low : high;
  if (value === published) return 1;
  const share = end === published ? 1 : (value - published) / (end - published);
  return Math.max(0, 1 - share * share);
}
