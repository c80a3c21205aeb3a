/** Gives Pearson's correlation of two rows; 0 where one of them does not vary or lacks a value. */
export function correlationOf(one: ArrayLike<number>, two: ArrayLike<number>): number {
  const [a, b] = [meanOf(one), meanOf(two)];
  let [both, first, second] = [0, 0, 0];
  for (let i = 0; i < two.length; i++) {
    const [x, y] = [one[i] - a, two[i] - b];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  const size = Math.sqrt(first * second);
  return size > 0 ? both / size : 0;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
