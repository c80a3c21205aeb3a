import { describe, expect, it } from "vitest";
import { cholesky, logDeterminant, solveLower, solveUpper } from "../../sim/stats/cholesky.ts";

// 4 12 -16; 12 37 -43; -16 -43 98 has the factor 2; 6 1; -8 5 3 and the determinant 36.
const matrix = (): Float64Array => Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);

describe("Cholesky's factor", () => {
  it("is the textbook's", () => {
    const factor = matrix();
    expect(cholesky(factor, 3)).toBe(true);
    expect([factor[0], factor[3], factor[4], factor[6], factor[7], factor[8]]).toEqual([2, 6, 1, -8, 5, 3]);
    expect(logDeterminant(factor, 3, Math.log)).toBeCloseTo(Math.log(36), 12);
  });

  it("solves equations", () => {
    const factor = matrix();
    cholesky(factor, 3);
    const x = Float64Array.of(4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294);
    solveLower(factor, 3, x);
    solveUpper(factor, 3, x);
    expect([...x].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, 3]);
  });

  it("is refused to a matrix that is not positive definite", () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
  });
});
