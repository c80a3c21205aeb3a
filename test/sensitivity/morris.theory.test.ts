import { describe, expect, it } from "vitest";
import { entityKey, rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import { type MorrisRow, morris } from "../../sim/sensitivity/morris.ts";
import type { Toy } from "../support/known-sensitivity.ts";

/** Simulates base points and, from each, every parameter moved by half of its range. */
function screened(toy: Toy, seed: number, rows: number, parameters: number, replications = 1): MorrisRow[] {
  const { k0, k1 } = entityKey(rootKey(seed), "test", "morris");
  return Array.from({ length: rows }, (_, row) => {
    const base = Array.from({ length: parameters }, (_, i) => uniform(k0, k1, row, i + 1));
    const steps = base.map((value) => (value < 0.5 ? 0.5 : -0.5));
    const at = (x: readonly number[], point: number): number[] =>
      Array.from({ length: replications }, (_, r) => toy(x, uniform(k0, k1, row, 1000 + 100 * point + r)));
    return {
      base: at(base, 0),
      moved: steps.map((step, i) => at(base.with(i, base[i] + step), i + 1)),
      steps,
    };
  });
}

const options = { seed: "1", resamples: 200 };

describe("elementary effects", () => {
  it("of a linear result are its slopes, with no spread and their signs", () => {
    const toy: Toy = ([x, y]) => 3 * x - 2 * y;
    const [x, y, z] = morris(screened(toy, 1, 10, 3), options);
    for (const [effect, slope] of [
      [x, 3],
      [y, -2],
    ] as const) {
      expect(effect.mu).toBeCloseTo(slope, 12);
      expect(effect.muStar).toBeCloseTo(Math.abs(slope), 12);
      expect(effect.sigma).toBeCloseTo(0, 12);
      expect([effect.sign, effect.verdict]).toEqual([Math.sign(slope), "moves"]);
    }
    expect(z).toMatchObject({ muStar: 0, ciLow: 0, ciHigh: 0, sign: 0, verdict: "inert" });
  });

  it("tell a result that goes both ways by mu* and by no sign", () => {
    const bowl: Toy = ([x]) => (2 * x - 1) * (2 * x - 1) * 4;
    const [effect] = morris(screened(bowl, 1, 400, 1), options);
    expect(Math.abs(effect.mu)).toBeLessThan(0.3);
    expect(effect.muStar).toBeGreaterThan(1);
    expect([effect.sign, effect.verdict]).toEqual([0, "moves"]);
  });

  it("have a floor that chance alone passes in one of twenty cases", () => {
    // Binomial of 1,000 at 5 %: over 77 with a chance of 1 in 10,000; under 26 as rarely.
    let over = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const rows = screened((_, chance) => normal(chance, 1), seed, 20, 1, 8);
      if (morris(rows, { seed: "1", resamples: 0 })[0].verdict === "moves") over++;
    }
    expect(over).toBeGreaterThanOrEqual(26);
    expect(over).toBeLessThanOrEqual(77);
  });

  it("have intervals that hold mu* as often as they say", () => {
    // mu* of 8 x y is 4, as y is uniform and effects are 8 y.
    let held = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const [{ ciLow, ciHigh }] = morris(
        screened(([x, y]) => 8 * x * y, seed, 40, 2),
        {
          seed: String(seed),
          resamples: 400,
        },
      );
      if (ciLow !== null && ciHigh !== null && ciLow <= 4 && 4 <= ciHigh) held++;
    }
    expect(held).toBeGreaterThanOrEqual(90);
  });
});
