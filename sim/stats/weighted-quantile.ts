/**
 * Returns the quantile at p of weighted values: type 7 of Hyndman and Fan (1996) carried over to weights
 * (Akinshin 2023, "Weighted quantile estimators"), which is type 7 itself for equal ones. Weights are 0 or
 * more, of any sum; they count as (sum)^2 / (sum of squares) values (Kish 1965). Null where none is above 0.
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  p: number,
): number | null {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => weights[i] > 0)
    .sort((a, b) => values[a] - values[b] || a - b);
  if (order.length === 0) return null;
  let sum = 0;
  let squares = 0;
  for (const i of order) {
    sum += weights[i];
    squares += weights[i] * weights[i];
  }
  const effective = (sum * sum) / squares;
  // The quantile is the mean of the values' steps over a window as wide as one of them.
  const from = ((effective - 1) * p) / effective;
  let before = 0;
  let quantile = 0;
  for (const i of order) {
    const after = before + weights[i] / sum;
    quantile += values[i] * (partOfWindow(after, from, effective) - partOfWindow(before, from, effective));
    before = after;
  }
  return quantile;
}

/** Gives how much of the window from `from`, 1 / `effective` wide, lies below a place. */
const partOfWindow = (place: number, from: number, effective: number): number =>
  Math.min(1, Math.max(0, (place - from) * effective));
