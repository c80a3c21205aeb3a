import { describe, expect, it } from "vitest";
import { meanCumulativeCounts } from "../../sim/stats/mean-cumulative-count.ts";

describe("the mean cumulative count", () => {
  it("is events over people while all are observed", () => {
    const observed = Int32Array.of(100, 100, 100, 100);
    expect(meanCumulativeCounts(observed, Int32Array.of(5, 7, 50), [10, 60])).toEqual([0.5, 0.75]);
  });

  it("weighs an event up by those who were observed for so long", () => {
    const observed = Int32Array.of(10, 20, 40, 40);
    expect(meanCumulativeCounts(observed, Int32Array.of(30, 5), [40])).toEqual([1 / 4 + 1 / 2]);
  });

  it("counts somebody observed up to the very moment of an event", () => {
    expect(meanCumulativeCounts(Int32Array.of(10, 20), Int32Array.of(10), [15])).toEqual([0.5]);
  });

  it("is no number for a time that nobody was observed for", () => {
    expect(meanCumulativeCounts(Int32Array.of(10), new Int32Array(0), [11])).toEqual([Number.NaN]);
    expect(meanCumulativeCounts(new Int32Array(0), new Int32Array(0), [1])).toEqual([Number.NaN]);
  });
});
