import { SOBOL_DIRECTIONS } from "./sobol-directions.ts";

/** Maximum number of dimensions for which there are direction numbers. */
export const MAX_SOBOL_DIMENSIONS = SOBOL_DIRECTIONS.length + 1;
const BITS = 32;

/**
 * Gives coordinate `dimension` (from 0) of point `index` (from 0) of the Sobol sequence, as the 32 bits
 * after the binary point. Points come in the order of the Gray code (Antonov & Saleev 1979), as in the
 * program of Joe & Kuo; the first is the origin.
 */
export function sobolBits(index: number, dimension: number): number {
  const directions = directionNumbers(dimension);
  let bits = 0;
  let gray = index ^ (index >>> 1);
  for (let bit = 0; gray !== 0; bit++) {
    if ((gray & 1) === 1) bits ^= directions[bit];
    gray >>>= 1;
  }
  return bits >>> 0;
}

const computed = new Map<number, Int32Array>();

/**
 * Continues the initial direction numbers by the recurrence of their polynomial (Joe & Kuo 2008, equations 2
 * and 3).
 */
function directionNumbers(dimension: number): Int32Array {
  const known = computed.get(dimension);
  if (known !== undefined) return known;
  const directions = new Int32Array(BITS);
  if (dimension === 0) {
    for (let i = 0; i < BITS; i++) directions[i] = 1 << (BITS - 1 - i);
  } else {
    const [coefficients, initial] = SOBOL_DIRECTIONS[dimension - 1];
    const degree = initial.length;
    for (let i = 0; i < BITS; i++) {
      if (i < degree) {
        directions[i] = initial[i] << (BITS - 1 - i);
        continue;
      }
      let next = directions[i - degree] ^ (directions[i - degree] >>> degree);
      for (let k = 1; k < degree; k++) {
        if (((coefficients >> (degree - 1 - k)) & 1) === 1) next ^= directions[i - k];
      }
      directions[i] = next;
    }
  }
  computed.set(dimension, directions);
  return directions;
}
