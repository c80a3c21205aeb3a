import { describe, expect, it } from "vitest";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { runningInterval } from "../../sim/stats/running-interval.ts";
import fc from "../support/fast-check.ts";

const value = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  fc.constant(NaN),
);

describe("the running interval", () => {
  it("is at each place that of the values up to it", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const running = runningInterval(values);
        values.forEach((_, i) => {
          const { n, mean, ciHigh } = meanInterval(values.slice(0, i + 1));
          expect(running.finite[i]).toBe(n);
          if (mean === null) expect(running.mean[i]).toBeNaN();
          else expect(Math.abs(running.mean[i] - mean)).toBeLessThan(1e-6);
          if (ciHigh === null || mean === null) expect(running.halfWidth[i]).toBeNaN();
          else expect(Math.abs(running.halfWidth[i] - (ciHigh - mean))).toBeLessThan(1e-3);
        });
      }),
      { seed: 1 },
    );
  });
});
