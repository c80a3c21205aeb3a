/**
 * Returns the quantiles at `ps` of weighted values: type 7 of Hyndman and Fan (1996) carried over to weights
 * (Akinshin 2023, "Weighted quantile estimators"), which is type 7 itself for equal ones. Weights are 0 or
 * more, of any sum; they count as (sum)^2 / (sum of squares) values (Kish 1965). Null where none is above 0.
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  ps: readonly number[],
): number[] | null {
  const { ordered, ofEach } = inOrder(values, weights);
  if (ordered.length === 0) return null;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < ofEach.length; i++) {
    sum += ofEach[i];
    squares += ofEach[i] * ofEach[i];
  }
  const effective = (sum * sum) / squares;
  return ps.map((p) => {
    // The quantile is the mean of the values' steps over a window as wide as one of them.
    const from = ((effective - 1) * p) / effective;
    let before = 0;
    let quantile = 0;
    for (let i = 0; i < ordered.length; i++) {
      const after = before + ofEach[i] / sum;
      quantile += ordered[i] * (partOfWindow(after, from, effective) - partOfWindow(before, from, effective));
      before = after;
    }
    return quantile;
  });
}

/** Gives the values of any weight from the least to the greatest, and the weight of each. */
function inOrder(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): { readonly ordered: Float64Array; readonly ofEach: Float64Array } {
  const kept = Array.from({ length: values.length }, (_, i) => i).filter((i) => weights[i] > 0);
  // Of equal weights none need stay with its value: numbers alone are sorted ten times as fast.
  if (kept.every((i) => weights[i] === weights[kept[0]])) {
    const ordered = Float64Array.from(kept, (i) => values[i]).sort();
    return { ordered, ofEach: new Float64Array(kept.length).fill(weights[kept[0]]) };
  }
  kept.sort((a, b) => values[a] - values[b] || a - b);
  return {
    ordered: Float64Array.from(kept, (i) => values[i]),
    ofEach: Float64Array.from(kept, (i) => weights[i]),
  };
}

/** Gives how much of the window from `from`, 1 / `effective` wide, lies below a place. */
const partOfWindow = (place: number, from: number, effective: number): number =>
  Math.min(1, Math.max(0, (place - from) * effective));
