/** Adds a column up. */
export function sumOf(column: Float64Array | Int32Array): number {
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i];
  return total;
}

/** Adds the entries of some members up. */
export function sumAt(column: Float64Array | Int32Array, members: readonly number[]): number {
  let total = 0;
  for (const member of members) total += column[member];
  return total;
}

/** Adds a column up over some entities and weeks. */
export function sumOver(
  column: Float64Array,
  entities: number,
  members: readonly number[],
  from: number,
  to: number,
): number {
  let total = 0;
  for (let week = from; week < to; week++)
    for (const member of members) total += column[week * entities + member];
  return total;
}
