import { describe, expect, it } from "vitest";
import { quantile } from "../../sim/stats/quantile.ts";
import { weightedQuantiles } from "../../sim/stats/weighted-quantiles.ts";

const VALUES = [3, -1, 4, 1.5, 9, 2.6, 5, 3.5];

describe("weightedQuantiles", () => {
  it("is type 7 for equal weights of any sum", () => {
    const ps = [0, 0.05, 0.25, 0.5, 0.83, 0.95, 1];
    for (const weight of [1, 0.125, 30]) {
      const found = weightedQuantiles(
        VALUES,
        VALUES.map(() => weight),
        ps,
      );
      for (const [i, p] of ps.entries())
        expect(found?.[i]).toBeCloseTo(quantile(VALUES, p) ?? Number.NaN, 12);
    }
  });

  it("does not know values of weight 0", () => {
    const weights = [1, 0, 1, 1, 0, 1, 1, 1];
    const kept = VALUES.filter((_, i) => weights[i] > 0);
    expect(weightedQuantiles(VALUES, weights, [0.3])?.[0]).toBeCloseTo(quantile(kept, 0.3) ?? Number.NaN, 12);
  });

  it("is Akinshin's example: 1, 2, 3 with weights 1, 1, 3 have the median 2.5 or more", () => {
    // Effective size 25 / 11; the window from 0.28 to 0.72 holds 0.12 / 0.44 of the second, the rest of the third.
    expect(weightedQuantiles([1, 2, 3], [1, 1, 3], [0.5])?.[0]).toBeCloseTo(3 - (0.4 - 0.28) / 0.44, 12);
  });

  it("asks of equal weights, which stay with no value, what it asks of unequal ones", () => {
    const ps = [0.05, 0.5, 0.95];
    const values = [...VALUES, ...VALUES, -0, 0];
    const equal = values.map(() => 0.01);
    const withOneOfNoWeight = weightedQuantiles([7, ...values], [0, ...equal], ps);
    expect(withOneOfNoWeight).toEqual(weightedQuantiles(values, equal, ps));
    const nearlyEqual = equal.map((weight, i) => (i === 3 ? weight * (1 + 1e-12) : weight));
    for (const [i, of] of (weightedQuantiles(values, nearlyEqual, ps) ?? []).entries())
      expect(withOneOfNoWeight?.[i]).toBeCloseTo(of, 9);
  });

  it("is none where no weight is above 0", () => {
    expect(weightedQuantiles([1, 2], [0, 0], [0.5])).toBeNull();
  });
});
