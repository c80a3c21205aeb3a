/**
 * Gives which level of one parameter each point of a full grid takes; `sizes` are the numbers of levels, and
 * the last parameter varies fastest.
 */
export function grid(sizes: readonly number[], parameter: number): Int32Array {
  const product = (numbers: readonly number[]): number => numbers.reduce((all, size) => all * size, 1);
  const every = product(sizes.slice(parameter + 1));
  return Int32Array.from(
    { length: product(sizes) },
    (_, point) => Math.floor(point / every) % sizes[parameter],
  );
}
