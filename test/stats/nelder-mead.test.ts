import { describe, expect, it } from "vitest";
import { nelderMead } from "../../sim/stats/nelder-mead.ts";

const limits = { evaluations: 4000, tolerance: 1e-14 };

describe("Nelder and Mead's simplex", () => {
  it("finds the minimum of Rosenbrock's valley at (1, 1)", () => {
    const f = ([x, y]: Float64Array): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    const { at, value } = nelderMead(f, [-1.2, 1], 0.5, limits);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
    expect(value).toBeLessThan(1e-8);
  });

  it("finds the middle of a bowl in eight dimensions", () => {
    const f = (x: Float64Array): number => x.reduce((sum, value, i) => sum + (i + 1) * (value - i) ** 2, 0);
    const { at } = nelderMead(f, new Float64Array(8), 1, { evaluations: 20_000, tolerance: 1e-16 });
    for (const [i, value] of at.entries()) expect(value).toBeCloseTo(i, 3);
  });

  it("keeps off where the function is infinite", () => {
    const f = ([x]: Float64Array): number => (x < 2 ? Infinity : x);
    expect(nelderMead(f, [5], 1, limits).at[0]).toBeCloseTo(2, 3);
  });

  it("stops after as many evaluations as it may make, give or take a step", () => {
    let made = 0;
    const f = ([x]: Float64Array): number => {
      made++;
      return x * x;
    };
    nelderMead(f, [100], 1e-3, { evaluations: 10, tolerance: 0 });
    expect(made).toBeLessThanOrEqual(14);
  });
});
