import { describe, expect, it } from "vitest";
import { lastingPrecision, lookAheadOf } from "../../sim/stats/look-ahead.ts";

describe("the look-ahead of Hoad, Robinson & Davies", () => {
  it("is 5 values up to 100, and 5 in a hundred beyond", () => {
    expect([3, 100, 101, 200, 2000].map(lookAheadOf)).toEqual([5, 5, 5, 10, 100]);
  });

  it("takes the first number at which the precision lasts", () => {
    expect(lastingPrecision(50, 30, (n) => n >= 33)).toEqual({ at: 33, met: 33 });
  });

  it("passes over one at which it was met by luck", () => {
    const isMet = (n: number): boolean => (n >= 31 && n <= 34) || n >= 40;
    expect(lastingPrecision(60, 30, isMet)).toEqual({ at: 40, met: 40 });
  });

  it("says where the stretch began that has not lasted yet", () => {
    expect(lastingPrecision(36, 30, (n) => n >= 33)).toEqual({ at: null, met: 33 });
    expect(lastingPrecision(36, 30, () => false)).toEqual({ at: null, met: null });
  });

  it("finds the same however many values there are beyond", () => {
    const found = [40, 50, 500].map((count) => lastingPrecision(count, 30, (n) => n >= 35).at);
    expect(found).toEqual([35, 35, 35]);
  });
});
