import { describe, expect, it } from "vitest";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { ratioValues } from "../../sim/stats/ratio-of-sums.ts";

describe("values of a ratio", () => {
  const above = [3, 5, 9, 4];
  const below = [1, 2, 3, 2];

  it("have the ratio of the sums as their mean", () => {
    expect(meanInterval(ratioValues([above], [below])).mean).toBeCloseTo(21 / 8, 12);
  });

  it("have the jackknife's standard error", () => {
    const without = above.map((_, i) => (21 - above[i]) / (8 - below[i]));
    const mean = without.reduce((sum, one) => sum + one, 0) / 4;
    const variance = (3 / 4) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    expect((meanInterval(ratioValues([above], [below])).sd as number) / 2).toBeCloseTo(
      Math.sqrt(variance),
      12,
    );
  });

  it("are the values themselves where all are over the same number", () => {
    const values = [...ratioValues([above], [[2, 2, 2, 2]])];
    expect(values.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1.5, 2.5, 4.5, 2]);
  });

  it("leave out a pair that lacks a number, and are none without anything below the line", () => {
    expect([...ratioValues([[2, 4]], [[1, Number.NaN]])]).toEqual([2, Number.NaN]);
    expect([...ratioValues([[2, 4]], [[0, 0]])]).toEqual([Number.NaN, Number.NaN]);
  });
});
