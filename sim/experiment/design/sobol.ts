import type { Key } from "../../random/keys.ts";
import { owenScramble } from "./owen-scramble.ts";
import { sobolBits } from "./sobol-sequence.ts";

/**
 * Gives one coordinate of the first points of a scrambled Sobol sequence, each in (0, 1): the key scrambles,
 * the dimension says which coordinate. More points begin with these same points; 2^m of them hit each of 2^m
 * equal parts once.
 */
export function sobol(points: number, dimension: number, key: Key): Float64Array {
  const column = new Float64Array(points);
  for (let point = 0; point < points; point++) {
    // The half keeps the coordinate off 0, in the middle of the cell of size 2^-32 that its bits name.
    column[point] = (owenScramble(sobolBits(point, dimension), key) + 0.5) / 4_294_967_296;
  }
  return column;
}
