import type { Key } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { threefry, uniform, words } from "../../random/threefry.ts";

/**
 * Gives one coordinate of a Latin hypercube sample (McKay, Beckman & Conover 1979): (0, 1) in as many equal
 * strata as there are points, each hit once, in an order and at a place within it that the key draws.
 * Coordinates with other keys are independent.
 */
export function latinHypercube(points: number, key: Key): Float64Array {
  const { k0, k1 } = key;
  const strata = shuffled(points, key);
  const column = new Float64Array(points);
  for (let point = 0; point < points; point++) {
    threefry(k0, k1, point, PURPOSE.designPlace);
    // 32 bits within the stratum leave room for its number, so that rounding never carries a point into the
    // next.
    column[point] = (strata[point] + ((words[0] >>> 0) + 0.5) / 4_294_967_296) / points;
  }
  return column;
}

/** Shuffles 0, 1, ... by keyed draws, every order equally likely (Fisher & Yates; Durstenfeld 1964). */
export function shuffled(length: number, { k0, k1 }: Key): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let last = length - 1; last > 0; last--) {
    const chosen = Math.floor(uniform(k0, k1, last, PURPOSE.designStratum) * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}
