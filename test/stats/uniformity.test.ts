import { describe, expect, it } from "vitest";
import { drawsOf } from "../../sim/calibration/draws.ts";
import { rootKey } from "../../sim/random/keys.ts";
import { uniformityChance } from "../../sim/stats/uniformity.ts";

/** Numbers whose furthest distance from an even spread is `distance`. */
const shifted = (n: number, distance: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.min(1, (i + 1) / n + distance));

describe("uniformityChance", () => {
  it.each([
    [1.2238, 0.1],
    [1.3581, 0.05],
    [1.6276, 0.01],
  ])("gives the limit's critical value %f its chance %f (Smirnov 1948)", (critical, chance) => {
    const n = 10_000;
    const root = Math.sqrt(n);
    const distance = critical / (root + 0.12 + 0.11 / root);
    expect(uniformityChance(shifted(n, distance - 1 / n))).toBeCloseTo(chance, 3);
  });

  it("calls 5 % of uniform samples of 20 uneven at 5 %: 4 to 6 % of 2,000", () => {
    const draw = drawsOf(rootKey("uniformity"));
    let uneven = 0;
    for (let sample = 0; sample < 2000; sample++)
      if (uniformityChance(Array.from({ length: 20 }, draw)) < 0.05) uneven++;
    expect(uneven).toBeGreaterThan(70);
    expect(uneven).toBeLessThan(130);
  });

  it("is sure of a heap, and of nothing where there is nothing", () => {
    expect(uniformityChance(Array.from({ length: 20 }, () => 0.5))).toBeLessThan(1e-3);
    expect(uniformityChance([])).toBeNaN();
  });

  it("refuses what does not lie between 0 and 1", () => {
    expect(() => uniformityChance([0.5, 1.5])).toThrow("1.5");
  });
});
