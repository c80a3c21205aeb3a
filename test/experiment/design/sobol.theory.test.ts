import { describe, expect, it } from "vitest";
import { owenScramble } from "../../../sim/experiment/design/owen-scramble.ts";
import { sobol } from "../../../sim/experiment/design/sobol.ts";
import { MAX_SOBOL_DIMENSIONS, sobolBits } from "../../../sim/experiment/design/sobol-sequence.ts";
import { entityKey, type Key, rootKey } from "../../../sim/random/keys.ts";
import { uniform } from "../../../sim/random/threefry.ts";

const keyOf = (name: string | number): Key => entityKey(rootKey("1"), "test", String(name));
const UNIT = 4_294_967_296;

/**
 * Gives the star discrepancy of points in the unit square, exactly: at a box that ends at coordinates of
 * points, with or without its edge.
 */
function starDiscrepancy(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  const n = xs.length;
  let worst = 0;
  for (const x of [...Array.from(xs), 1]) {
    for (const y of [...Array.from(ys), 1]) {
      let inside = 0;
      let withEdge = 0;
      for (let i = 0; i < n; i++) {
        if ((xs[i] as number) < x && (ys[i] as number) < y) inside++;
        if ((xs[i] as number) <= x && (ys[i] as number) <= y) withEdge++;
      }
      worst = Math.max(worst, x * y - inside / n, withEdge / n - x * y);
    }
  }
  return worst;
}

/** Says whether 2^m points lie one in each of the boxes of 2^a x 2^(m - a) equal parts, for every a. */
function isNet(xs: ArrayLike<number>, ys: ArrayLike<number>, m: number): boolean {
  for (let a = 0; a <= m; a++) {
    const boxes = new Set<number>();
    for (let i = 0; i < xs.length; i++) {
      const column = Math.floor((xs[i] as number) * 2 ** a);
      boxes.add(column * 2 ** m + Math.floor((ys[i] as number) * 2 ** (m - a)));
    }
    if (boxes.size !== xs.length) return false;
  }
  return true;
}

describe("the Sobol sequence", () => {
  it("begins as the example of Joe & Kuo, in three dimensions", () => {
    const points = Array.from({ length: 10 }, (_, k) => [0, 1, 2].map((d) => sobolBits(k, d) / UNIT));
    expect(points).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  it("is that of scipy.stats.qmc.Sobol (1.17, bits=32, unscrambled) in dimensions 1, 2, 3, 10, 20, 30 and 40", () => {
    const dimensions = [0, 1, 2, 9, 19, 29, 39];
    expect([5, 21, 63].map((k) => dimensions.map((d) => sobolBits(k, d)))).toEqual([
      [3758096384, 3758096384, 536870912, 536870912, 2684354560, 2684354560, 1610612736],
      [4160749568, 2550136832, 1476395008, 134217728, 2818572288, 4160749568, 2281701376],
      [67108864, 3422552064, 1543503872, 2483027968, 1006632960, 1946157056, 738197504],
    ]);
  });

  it("is that of scipy in dimensions 41, 100, 200 and 400 too", () => {
    expect(MAX_SOBOL_DIMENSIONS).toBe(400);
    expect([41, 100, 200, 400].map((d) => sobolBits(1000, d - 1))).toEqual([
      3921674240, 801112064, 3619684352, 171966464,
    ]);
  });

  it("hits each of 2^m equal parts once with 2^m points, in every dimension, from the start and in each later block", () => {
    for (let dimension = 0; dimension < MAX_SOBOL_DIMENSIONS; dimension++) {
      for (const from of [0, 256, 512]) {
        const parts = new Set(Array.from({ length: 256 }, (_, k) => sobolBits(from + k, dimension) >>> 24));
        expect(parts.size).toBe(256);
      }
    }
  });
});

describe("a scrambled Sobol design", () => {
  it("is a (0, m, 2)-net in its first two dimensions, as the plain sequence is", () => {
    for (const m of [1, 4, 7]) {
      const plain = [0, 1].map((d) =>
        Float64Array.from({ length: 2 ** m }, (_, k) => sobolBits(k, d) / UNIT),
      );
      expect(isNet(plain[0] as Float64Array, plain[1] as Float64Array, m)).toBe(true);
      for (let run = 0; run < 10; run++) {
        expect(isNet(sobol(2 ** m, 0, keyOf(`x${run}`)), sobol(2 ** m, 1, keyOf(`y${run}`)), m)).toBe(true);
      }
    }
  });

  it("keeps its first points when it grows, and its dimensions when others come", () => {
    expect(sobol(200, 3, keyOf("a")).subarray(0, 100)).toEqual(sobol(100, 3, keyOf("a")));
    expect(sobol(8, 3, keyOf("a"))).not.toEqual(sobol(8, 3, keyOf("b")));
  });

  it("covers the square far better than independent points: at most half their mean star discrepancy", () => {
    const n = 64;
    const random = (name: string): Float64Array => {
      const { k0, k1 } = keyOf(name);
      return Float64Array.from({ length: n }, (_, i) => uniform(k0, k1, i, 1));
    };
    const runs = Array.from({ length: 20 }, (_, run) => run);
    const independent = runs.map((run) => starDiscrepancy(random(`u${run}`), random(`v${run}`)));
    const mean = independent.reduce((sum, each) => sum + each, 0) / runs.length;
    for (const run of runs) {
      const scrambled = starDiscrepancy(sobol(n, 0, keyOf(`x${run}`)), sobol(n, 1, keyOf(`y${run}`)));
      expect(scrambled).toBeLessThan(mean / 2);
    }
  });
});

describe("Owen's scrambling", () => {
  it("makes every point uniform over its keys: mean 1/2 and variance 1/12", () => {
    // 4000 keys: the mean has a standard error of 0.0046, the variance one of 0.0012; five of them fail once
    // in a million seeds.
    for (const bits of [0, 0x80000000, 0xdeadbeef]) {
      const us = Array.from({ length: 4000 }, (_, i) => owenScramble(bits, keyOf(i)) / UNIT);
      const mean = us.reduce((sum, u) => sum + u, 0) / us.length;
      const variance = us.reduce((sum, u) => sum + (u - mean) * (u - mean), 0) / us.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(5 * 0.0046);
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * 0.0012);
    }
  });

  it("keeps how many leading bits two coordinates share, and tells all of them apart", () => {
    const shared = (a: number, b: number): number => Math.clz32(a ^ b);
    const key = keyOf("k");
    const coordinates = Array.from({ length: 200 }, (_, k) => sobolBits(k, 5));
    for (const a of coordinates)
      for (const b of coordinates)
        expect(shared(owenScramble(a, key), owenScramble(b, key))).toBe(shared(a, b));
  });
});
