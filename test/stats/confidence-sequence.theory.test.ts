import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { confidenceSequence, valuesForDistance } from "../../sim/stats/confidence-sequence.ts";

describe("a confidence sequence", () => {
  it("holds the mean at every number of values, but for its error", () => {
    const random = seedrandom("sequences");
    let missed = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const values: number[] = [];
      let isHeld = true;
      for (let n = 1; n <= 150 && isHeld; n++) {
        // The mean of eight exponential times: skewed by 0.7, more than loads of replications are.
        let sum = 0;
        for (let i = 0; i < 8; i++) sum -= Math.log(1 - random());
        values.push(sum / 8);
        const { low, high } = confidenceSequence(values, 0.05);
        if (low !== null && high !== null) isHeld = low <= 1 && high >= 1;
      }
      if (!isHeld) missed++;
    }
    expect(missed / trials).toBeLessThan(0.05);
    // Bounds so wide that they never miss would be of no use.
    expect(missed).toBeGreaterThan(0);
  });

  it("has no bounds under ten values, and none of any width for equal ones", () => {
    expect(confidenceSequence([1, 2, 3, 4], 0.01)).toMatchObject({ n: 4, mean: 2.5, low: null, high: null });
    expect(confidenceSequence(Array(10).fill(2), 0.01)).toMatchObject({ low: 2, high: 2 });
  });

  it("says how many values put its bounds within a distance", () => {
    const n = valuesForDistance(1, 0.5, 0.01) as number;
    const values = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const { high } = confidenceSequence(values(2 * Math.ceil((1.1 * n) / 2)), 0.01);
    expect(high).toBeLessThan(0.5);
    expect(confidenceSequence(values(2 * Math.floor((0.9 * n) / 2)), 0.01).high).toBeGreaterThan(0.5);
    expect(valuesForDistance(1, 0, 0.01)).toBeNull();
  });
});
