import { describe, expect, it } from "vitest";
import {
  boundedShares,
  type Estimate,
  groupShapley,
  jansenNumerators,
  varianceIndices,
  varianceShares,
} from "../../sim/sensitivity/variance.ts";
import {
  census,
  ISHIGAMI,
  ishigami,
  product,
  rowsOf,
  SOBOL_G,
  sobolG,
  type Toy,
} from "../support/known-sensitivity.ts";

const NONE = { seed: "1", resamples: 0 };

const close = (estimates: readonly Estimate[], truths: readonly number[], within: number): void => {
  estimates.forEach(({ estimate }, i) => {
    expect(Math.abs((estimate ?? Number.NaN) - truths[i])).toBeLessThan(within);
  });
};

describe("first-order and total indices", () => {
  it("are those of Ishigami's function", () => {
    const indices = varianceIndices(rowsOf(ishigami, { seed: 1, rows: 16_384, parameters: 3 }), NONE);
    close(
      indices.map(({ first }) => first),
      ISHIGAMI.first,
      0.03,
    );
    close(
      indices.map(({ total }) => total),
      ISHIGAMI.total,
      0.03,
    );
  });

  it("are those of Sobol's G", () => {
    const indices = varianceIndices(rowsOf(sobolG, { seed: 1, rows: 16_384, parameters: 8 }), NONE);
    close(
      indices.slice(0, 4).map(({ first }) => first),
      SOBOL_G.first,
      0.03,
    );
    close(
      indices.slice(0, 4).map(({ total }) => total),
      SOBOL_G.total,
      0.03,
    );
  });

  it("of a parameter that nothing reads are exactly 0", () => {
    const inert: Toy = ([x], chance) => x + chance;
    const rows = rowsOf(inert, { seed: 1, rows: 64, parameters: 2, replications: 2 });
    const [, { first, total }] = varianceIndices(rows, { seed: "1", resamples: 50 });
    expect([first, total].map(({ estimate, ciLow, ciHigh }) => [estimate, ciLow, ciHigh])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it("have the numerators of the result without chance where chance adds to it", () => {
    const noisy: Toy = (x, chance) => ishigami(x, chance) + 20 * chance;
    const design = { seed: 1, rows: 512, parameters: 3, replications: 2 };
    const bare = jansenNumerators(rowsOf(ishigami, design));
    jansenNumerators(rowsOf(noisy, design)).forEach((numerator, i) => {
      expect(Math.abs(numerator - bare[i])).toBeLessThan(1e-12 * Math.max(1, bare[i]));
    });
  });
});

describe("parameters beside chance", () => {
  it("are a third alone, chance a third alone, and both together a third", () => {
    const shares = varianceShares(
      rowsOf(product, { seed: 1, rows: 20_000, parameters: 2, replications: 2 }),
      NONE,
    );
    close([shares.parameters, shares.chanceAlone, shares.together], [1 / 3, 1 / 3, 1 / 3], 0.03);
    expect((shares.parameters.estimate ?? 0) + (shares.chance.estimate ?? 0)).toBe(1);
  });

  it("are 11.8 % of the census of M/M/infinity whose arrival rate is from 8 to 12", () => {
    const shares = varianceShares(
      rowsOf(census, {
        seed: 1,
        rows: 20_000,
        parameters: 1,
        replications: 4,
      }),
      NONE,
    );
    close([shares.parameters, shares.chance], [0.1176, 0.8824], 0.02);
  });
});

describe("Shapley shares of groups", () => {
  it("give each its own where groups add up, and part what they do together", () => {
    const toy: Toy = ([x, y, z]) => x + 2 * y + 3 * z;
    const additive = groupShapley(rowsOf(toy, { seed: 1, rows: 16_384, parameters: 3 }), NONE);
    close(additive, [1 / 14, 4 / 14, 9 / 14], 0.03);
    const shared: Toy = ([x, y, z]) => (2 * x - 1) * (2 * y - 1) + 0 * z;
    close(groupShapley(rowsOf(shared, { seed: 1, rows: 16_384, parameters: 3 }), NONE), [0.5, 0.5, 0], 0.03);
  });

  it("add up to 1, in every sample", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const rows = rowsOf(sobolG, {
        seed,
        rows: 64,
        parameters: 8,
        groups: [
          [0, 4],
          [1, 5, 6],
          [2, 3, 7],
        ],
      });
      const sum = groupShapley(rows, NONE).reduce((all, { estimate }) => all + (estimate ?? 0), 0);
      expect(sum).toBeCloseTo(1, 10);
    }
  });

  it("are brought into what shares can be for a bar: none under 0, together those of all parameters", () => {
    expect(boundedShares([-0.1, 0, 1], 0.9)).toEqual([0, 0, 0.9]);
    expect(boundedShares([0.3, 0.1], 0.4)).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.1, 12)]);
    expect(boundedShares([-0.1, -0.2], -0.3)).toEqual([0, 0]);
  });

  it("are refused for more groups than three", () => {
    expect(() => groupShapley(rowsOf(sobolG, { seed: 1, rows: 4, parameters: 8 }), NONE)).toThrow(RangeError);
  });
});
