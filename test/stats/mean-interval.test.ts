import { describe, expect, it } from "vitest";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { quantile, quantiles } from "../../sim/stats/quantile.ts";
import { slope } from "../../sim/stats/slope.ts";

describe("meanInterval", () => {
  it("is the mean and t times the standard error to either side", () => {
    const found = meanInterval([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(found.n).toBe(8);
    expect(found.mean).toBe(5);
    expect(found.sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(found.ciHigh).toBeCloseTo(5 + (2.364624 * Math.sqrt(32 / 7)) / Math.sqrt(8), 5);
    expect(found.ciLow).toBeCloseTo(5 - (2.364624 * Math.sqrt(32 / 7)) / Math.sqrt(8), 5);
  });

  it("leaves missing values out and says how many remain", () => {
    expect(meanInterval([Number.NaN, 1, 3, Number.NaN])).toEqual(meanInterval([1, 3]));
    expect(meanInterval([Number.NaN, 1, 3]).n).toBe(2);
  });

  it("has a mean and no interval with one value", () => {
    expect(meanInterval([7])).toEqual({ n: 1, mean: 7, sd: null, ciLow: null, ciHigh: null });
  });

  it("has nothing with no value", () => {
    expect(meanInterval([Number.NaN])).toEqual({ n: 0, mean: null, sd: null, ciLow: null, ciHigh: null });
  });

  it("gives equal values back without rounding", () => {
    expect(meanInterval([0.1, 0.1, 0.1])).toEqual({ n: 3, mean: 0.1, sd: 0, ciLow: 0.1, ciHigh: 0.1 });
  });
});

describe("quantile", () => {
  it("interpolates as R's type 7 does", () => {
    const values = [20, 3, 16, 6, 15, 7, 13, 8, 10, 8, 9];
    // R: quantile(c(3,6,7,8,8,9,10,13,15,16,20), c(.05,.25,.5,.95))
    expect(quantiles(values, [0.05, 0.25, 0.5, 0.95])).toEqual([4.5, 7.5, 9, 18]);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  });

  it("orders numbers as numbers and leaves the input alone", () => {
    const values = [10, 9, 100, Number.NaN];
    expect(quantile(values, 0.5)).toBe(10);
    expect(values.slice(0, 3)).toEqual([10, 9, 100]);
  });

  it("is null for nobody and the value itself for one", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([Number.NaN], 0.5)).toBeNull();
    expect(quantile([4], 0.95)).toBe(4);
  });
});

describe("slope", () => {
  it("is the line's own on a line", () => {
    const found = slope([1, 3, 5, 7]);
    expect(found).toEqual({ n: 4, slope: 2, standardError: 0, ciLow: 2, ciHigh: 2 });
  });

  it("has the standard error of the regression", () => {
    // y = 1, 2, 2, 5: slope 6/5, residual sum of squares 9 - 36/5 = 1.8, error sqrt(1.8 / 2 / 5).
    const found = slope([1, 2, 2, 5]);
    expect(found?.slope).toBeCloseTo(1.2, 12);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(0.18), 12);
    expect(found?.ciLow).toBeCloseTo(1.2 - 4.302653 * Math.sqrt(0.18), 5);
  });

  it("keeps the place of a missing value", () => {
    expect(slope([0, Number.NaN, 4, 6])?.slope).toBe(2);
  });

  it("has no interval with two values and is null with fewer", () => {
    expect(slope([1, 4])).toEqual({ n: 2, slope: 3, standardError: null, ciLow: null, ciHigh: null });
    expect(slope([1])).toBeNull();
    expect(slope([])).toBeNull();
  });
});
