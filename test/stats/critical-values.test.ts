import { describe, expect, it } from "vitest";
import { normalCritical, studentTCritical } from "../../sim/stats/student-t.ts";

// NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2: df, then one-sided 0.95, 0.975, 0.995.
const STUDENT_T: readonly (readonly [number, number, number, number])[] = [
  [1, 6.314, 12.706, 63.657],
  [2, 2.92, 4.303, 9.925],
  [3, 2.353, 3.182, 5.841],
  [4, 2.132, 2.776, 4.604],
  [5, 2.015, 2.571, 4.032],
  [7, 1.895, 2.365, 3.499],
  [10, 1.812, 2.228, 3.169],
  [15, 1.753, 2.131, 2.947],
  [20, 1.725, 2.086, 2.845],
  [30, 1.697, 2.042, 2.75],
  [40, 1.684, 2.021, 2.704],
  [60, 1.671, 2.0, 2.66],
  [100, 1.66, 1.984, 2.626],
];

describe("critical values", () => {
  it.each(STUDENT_T)(
    "of Student's t at %i degrees of freedom are those of the published table",
    (df, ...row) => {
      const found = [0.9, 0.95, 0.99].map((confidence) => studentTCritical(confidence, df).toFixed(3));
      expect(found).toEqual(row.map((value) => value.toFixed(3)));
    },
  );

  it.each([
    [0.8, "1.281552"],
    [0.9, "1.644854"],
    [0.95, "1.959964"],
    [0.98, "2.326348"],
    [0.99, "2.575829"],
    [0.999, "3.290527"],
  ])("of the normal at %f are those of the published table", (confidence, value) => {
    expect(normalCritical(confidence).toFixed(6)).toBe(value);
  });

  it("of Student's t come down to the normal's", () => {
    expect(studentTCritical(0.95, 1e7)).toBeCloseTo(normalCritical(0.95), 6);
  });

  it("are the same number when asked for again", () => {
    expect(studentTCritical(0.95, 17)).toBe(studentTCritical(0.95, 17));
  });

  it.each([
    [0, 5],
    [1, 5],
    [Number.NaN, 5],
    [0.95, 0],
    [0.95, Number.NaN],
  ])("are refused at confidence %f and %f degrees of freedom", (confidence, df) => {
    expect(() => studentTCritical(confidence, df)).toThrow(RangeError);
  });
});
