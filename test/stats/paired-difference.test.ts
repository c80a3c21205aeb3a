import { describe, expect, it } from "vitest";
import { pairedDifference, reductionBound } from "../../sim/stats/paired-difference.ts";

describe("the paired difference", () => {
  it("is that of a hand-made example", () => {
    // Differences 1, 2, 3: mean 2, sd 1, half-width t(0.975, 2) / sqrt(3) = 4.3027 / 1.7321.
    const found = pairedDifference([10, 20, 30], [11, 22, 33]);
    expect(found).toMatchObject({ n: 3, mean: 2, sdPaired: 1, noReduction: null });
    expect(found.ciHigh).toBeCloseTo(2 + 4.30265 / Math.sqrt(3), 4);
    // Variances 100 and 121.
    expect(found.sdUnpaired).toBeCloseTo(Math.sqrt(221), 10);
    expect(found.varianceReduction).toBeCloseTo(221, 10);
  });

  it("is exactly 0 between equal worlds, with no reduction and the reason", () => {
    const values = [0.1, 0.7, 0.30000000000000004];
    expect(pairedDifference(values, values)).toMatchObject({
      mean: 0,
      differ: 0,
      ciLow: null,
      ciHigh: null,
      noInterval: "rare",
      sdPaired: 0,
      varianceReduction: null,
      noReduction: "no spread",
    });
  });

  it("takes what rounding leaves for nothing: a difference, and a spread of differences", () => {
    const base = [5.800000000000001, 5.3];
    // Both differ by -1.8, up to the last bit.
    const found = pairedDifference(base, [4.000000000000001, 3.5]);
    expect(found.mean).toBeCloseTo(-1.8, 12);
    expect(found).toMatchObject({ sdPaired: 0, varianceReduction: null, noReduction: "no spread" });
    expect(pairedDifference([0.1 + 0.2, 7], [0.3, 7])).toMatchObject({ mean: 0, differ: 0, sdPaired: 0 });
    expect(pairedDifference([1e-9, 2e-9], [2e-9, 4e-9]).sdPaired).toBeGreaterThan(0);
  });

  it("has no interval where under ten of more pairs differ, and says how many do", () => {
    const base = Array.from({ length: 12 }, (_, i) => i);
    const other = base.map((value, i) => (i % 4 === 0 ? value + 1 + i : value));
    expect(pairedDifference(base, other)).toMatchObject({
      n: 12,
      mean: 1.25,
      differ: 3,
      ciLow: null,
      noInterval: "rare",
      wouldDo: 40,
    });
    // Counted where something was measured: a ratio's values differ a little in every pair.
    const ratio = other.map((value, i) => value + 0.001 * i);
    expect(pairedDifference(base, ratio).ciLow).not.toBeNull();
    expect(pairedDifference(base, ratio, { measured: [base, other] })).toMatchObject({
      differ: 3,
      ciLow: null,
    });
  });

  it("reaches further to the side of a long tail", () => {
    const base = Array.from({ length: 12 }, () => 0);
    const other = [1, 1.2, 1.1, 1.4, 1.3, 5, 1.25, 1.15, 1.35, 1.05, 1.22, 1.18];
    const { mean, ciLow, ciHigh } = pairedDifference(base, other);
    expect(Number(ciHigh) - Number(mean)).toBeGreaterThan(1.3 * (Number(mean) - Number(ciLow)));
  });

  it("leaves a pair out that lacks a value in either world", () => {
    const found = pairedDifference([1, NaN, 3, 5], [2, 9, NaN, 8]);
    expect(found).toMatchObject({ n: 2, mean: 2 });
    // Of the spreads too: 1 and 5, 2 and 8.
    expect(found.sdUnpaired).toBeCloseTo(Math.sqrt(8 + 18), 10);
  });

  it("has a mean of one pair, and nothing of none", () => {
    expect(pairedDifference([1], [4])).toMatchObject({ n: 1, mean: 3, ciLow: null, sdPaired: null });
    expect(pairedDifference([NaN], [4])).toMatchObject({
      n: 0,
      mean: null,
      noReduction: "under two pairs",
    });
  });

  it("is refused for worlds of unequal length", () => {
    expect(() => pairedDifference([1], [1, 2])).toThrow("as many values in both worlds");
  });
});

describe("the bound of what pairing saves", () => {
  it("is reached by worlds in step, and passed by none", () => {
    const base = [1, 4, 2, 8, 5];
    const sd = (values: readonly number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    };
    const inStep = base.map((value) => 7 + 1.5 * value);
    const shuffled = [inStep[1], inStep[0], inStep[2], inStep[3], inStep[4]];
    const bound = reductionBound(sd(base), sd(inStep));
    expect(bound).toBeCloseTo((1 + 1.5 ** 2) / 0.5 ** 2, 8);
    expect(pairedDifference(base, inStep).varianceReduction).toBeCloseTo(bound, 8);
    expect(pairedDifference(base, shuffled).varianceReduction).toBeLessThan(bound);
  });

  it("is infinite for like spreads", () => {
    expect(reductionBound(2, 2)).toBe(Infinity);
  });
});
