import { describe, expect, it } from "vitest";
import { grid } from "../../../sim/experiment/design/grid.ts";
import { latinHypercube } from "../../../sim/experiment/design/latin-hypercube.ts";
import { entityKey, rootKey } from "../../../sim/random/keys.ts";
import fc from "../../support/fast-check.ts";

const anyKey = fc.string().map((name) => entityKey(rootKey("1"), "test", name));

describe("a grid", () => {
  it("has every combination of levels once, the last parameter fastest", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        const columns = sizes.map((_, i) => grid(sizes, i));
        const product = sizes.reduce((all, size) => all * size, 1);
        const points = Array.from({ length: product }, (_, k) =>
          columns.map((column) => column[k] as number),
        );
        expect(new Set(points.map(String)).size).toBe(product);
        for (const point of points)
          expect(point.every((level, i) => level < (sizes[i] as number))).toBe(true);
        expect(points).toEqual([...points].sort((a, b) => firstDifference(a, b)));
      }),
    ));
});

describe("a Latin hypercube", () => {
  it("hits each of n strata of every coordinate once", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), anyKey, (n, key) => {
        const strata = Array.from(latinHypercube(n, key), (u) => Math.floor(u * n)).sort((a, b) => a - b);
        expect(strata).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    ));

  it("hits them with a hundred thousand points too", () => {
    const n = 100_000;
    const column = latinHypercube(n, entityKey(rootKey("1"), "test", "large"));
    expect(new Set(Array.from(column, (u) => Math.floor(u * n))).size).toBe(n);
    expect(column.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it("orders its strata alike likely", () => {
    // 6000 keys, 6 orders of 3 strata: chi-square with 5 degrees of freedom is over 30 once in 80,000 seeds.
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = Array.from(latinHypercube(3, entityKey(rootKey("1"), "test", `o${i}`)), (u) =>
        Math.floor(u * 3),
      ).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(30);
  });

  it("has the same points for the same size and key, others for another", () => {
    const [a, b] = ["a", "b"].map((name) => entityKey(rootKey("1"), "test", name));
    expect(latinHypercube(20, a!)).toEqual(latinHypercube(20, a!));
    expect(latinHypercube(20, a!)).not.toEqual(latinHypercube(20, b!));
  });
});

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((level, at) => level !== b[at]);
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number);
}
