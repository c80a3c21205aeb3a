import { describe, expect, it } from "vitest";
import { quantile } from "../../sim/stats/quantile.ts";
import { weightedQuantile } from "../../sim/stats/weighted-quantile.ts";

const VALUES = [3, -1, 4, 1.5, 9, 2.6, 5, 3.5];

describe("weightedQuantile", () => {
  it("is type 7 for equal weights of any sum", () => {
    for (const weight of [1, 0.125, 30])
      for (const p of [0, 0.05, 0.25, 0.5, 0.83, 0.95, 1])
        expect(
          weightedQuantile(
            VALUES,
            VALUES.map(() => weight),
            p,
          ),
        ).toBeCloseTo(quantile(VALUES, p) ?? Number.NaN, 12);
  });

  it("does not know values of weight 0", () => {
    const weights = [1, 0, 1, 1, 0, 1, 1, 1];
    const kept = VALUES.filter((_, i) => weights[i] > 0);
    expect(weightedQuantile(VALUES, weights, 0.3)).toBeCloseTo(quantile(kept, 0.3) ?? Number.NaN, 12);
  });

  it("is Akinshin's example: 1, 2, 3 with weights 1, 1, 3 have the median 2.5 or more", () => {
    // Effective size 25 / 11; the window from 0.28 to 0.72 holds 0.12 / 0.44 of the second, the rest of the third.
    expect(weightedQuantile([1, 2, 3], [1, 1, 3], 0.5)).toBeCloseTo(3 - (0.4 - 0.28) / 0.44, 12);
  });

  it("is none where no weight is above 0", () => {
    expect(weightedQuantile([1, 2], [0, 0], 0.5)).toBeNull();
  });
});
