import { describe, expect, it } from "vitest";
import { binomial, poisson } from "../../sim/random/counts.ts";
import {
  category,
  cumulate,
  exponential,
  geometric,
  gumbel,
  logistic,
  lognormal,
  normal,
  weibull,
} from "../../sim/random/quantiles.ts";
import fc from "../support/fast-check.ts";

const SMALLEST = 2 ** -53;
const LARGEST = 1 - 2 ** -53;

describe("the quantile of", () => {
  it("the exponential distribution is mean x -ln(u), read from above", () => {
    expect(exponential(0.5, 1)).toBeCloseTo(Math.LN2, 14);
    expect(exponential(0.05, 10)).toBeCloseTo(29.95732273553991, 12);
  });

  it("the Weibull distribution has the median that it is given, and ln 20 / ln 2 to the power of 1/shape at 5 %", () => {
    expect(weibull(0.5, 26, 2)).toBeCloseTo(26, 12);
    expect(weibull(0.05, 26, 2)).toBeCloseTo(26 * Math.sqrt(Math.log(20) / Math.LN2), 10);
  });

  it("the normal distribution has the published values", () => {
    const published = [
      [0.5, 0],
      [0.8413447460685429, 1],
      [0.95, 1.6448536269514722],
      [0.975, 1.959963984540054],
      [0.995, 2.5758293035489004],
      [0.9995, 3.2905267314918945],
    ];
    for (const [u, z] of published) {
      expect(normal(u, 1)).toBeCloseTo(z, 9);
      expect(normal(1 - u, 2)).toBeCloseTo(-2 * z, 8);
    }
  });

  it("the lognormal distribution is exp of the normal one", () => {
    expect(lognormal(0.5, 0.7)).toBeCloseTo(1, 14);
    expect(lognormal(0.975, 0.5)).toBeCloseTo(Math.exp(0.5 * 1.959963984540054), 9);
  });

  it("the geometric distribution counts tries until the first success", () => {
    expect(geometric(0.3, 1)).toBe(1);
    // Mean 4: success 1/4. P(1) = 0.25, P(1 or 2) = 0.4375; read from above.
    expect(geometric(0.751, 4)).toBe(1);
    expect(geometric(0.749, 4)).toBe(2);
    expect(geometric(0.5624, 4)).toBe(3);
    let sum = 0;
    for (let i = 0; i < 100_000; i++) sum += geometric((i + 0.5) / 100_000, 2.5);
    expect(sum / 100_000).toBeCloseTo(2.5, 3);
  });

  it("the Gumbel distribution has median -ln(ln 2), and the logistic function its table", () => {
    expect(gumbel(0.5)).toBeCloseTo(0.36651292058166435, 14);
    expect(logistic(0)).toBe(0.5);
    expect(logistic(Math.log(3))).toBeCloseTo(0.75, 14);
    expect([logistic(-Infinity), logistic(Infinity)]).toEqual([0, 1]);
  });

  it("categories follow their shares", () => {
    const shares = cumulate([2, 0, 6]);
    expect([0.1, 0.2499, 0.25, 0.999].map((u) => category(u, shares))).toEqual([0, 0, 2, 2]);
  });

  it("categories without a share are equally likely", () => {
    expect([...cumulate([0, 0, 0, 0])]).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

/**
 * Sums a law's chances from 0, each by logarithms, until u is reached: slow and independent of the recursion
 * under test.
 */
function bySums(u: number, logChance: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; ; k++) {
    sum += Math.exp(logChance(k));
    if (sum >= u || k > 5000) return k;
  }
}
const logFactorials = [0];
for (let k = 1; k <= 6000; k++) logFactorials.push(logFactorials[k - 1] + Math.log(k));
const poissonLog =
  (mean: number) =>
  (k: number): number =>
    k * Math.log(mean) - mean - logFactorials[k];
const binomialLog =
  (n: number, p: number) =>
  (k: number): number =>
    k > n
      ? -Infinity
      : logFactorials[n] -
        logFactorials[k] -
        logFactorials[n - k] +
        k * Math.log(p) +
        (n - k) * Math.log(1 - p);

const unit = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe("counts", () => {
  it("are the Poisson quantile", () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 0.01, max: 550, noNaN: true }), (u, mean) => {
        expect(Math.abs(poisson(u, mean) - bySums(u, poissonLog(mean)))).toBeLessThanOrEqual(
          Math.abs(u - 0.5) > 0.4999 ? 1 : 0,
        );
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("are the binomial quantile", () => {
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 1, max: 800 }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (u, n, p) => {
          expect(Math.abs(binomial(u, n, p) - bySums(u, binomialLog(n, p)))).toBeLessThanOrEqual(
            Math.abs(u - 0.5) > 0.4999 ? 1 : 0,
          );
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it("have the median of a Poisson distribution with a large mean: the whole number from mean - ln 2 to mean + 1/3", () => {
    // Choi (1994), doi 10.1090/S0002-9939-1994-1195477-8. Without the second-order term 901 would come of
    // 900.6.
    expect([900.2, 900.6, 2500.3].map((mean) => poisson(0.5, mean))).toEqual([900, 900, 2500]);
  });

  it("are within one of it where the expansion stands in for the sum", () => {
    for (const u of [0.001, 0.02, 0.3, 0.5, 0.77, 0.98, 0.999]) {
      for (const mean of [601, 900, 2500])
        expect(Math.abs(poisson(u, mean) - bySums(u, poissonLog(mean)))).toBeLessThanOrEqual(1);
      for (const [n, p] of [
        [2000, 0.3],
        [4000, 0.2],
        [5500, 0.45],
      ]) {
        expect(Math.abs(binomial(u, n, p) - bySums(u, binomialLog(n, p)))).toBeLessThanOrEqual(1);
      }
    }
  });

  it("never fall as u rises, and end at the extremes", () => {
    fc.assert(
      fc.property(
        unit,
        unit,
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.integer({ min: 0, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, mean, n, p) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(poisson(low, mean)).toBeLessThanOrEqual(poisson(high, mean));
          expect(binomial(low, n, p)).toBeLessThanOrEqual(binomial(high, n, p));
          for (const u of [SMALLEST, LARGEST]) {
            expect(poisson(u, mean)).toBeLessThan(mean + 12 * Math.sqrt(mean + 1) + 12);
            expect(binomial(u, n, p)).toBeGreaterThanOrEqual(0);
            expect(binomial(u, n, p)).toBeLessThanOrEqual(n);
          }
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it("and other draws are finite at the ends of the unit interval", () => {
    for (const u of [SMALLEST, LARGEST]) {
      for (const x of [
        exponential(u, 5),
        weibull(u, 5, 2),
        normal(u, 1),
        lognormal(u, 1),
        geometric(u, 3),
        gumbel(u),
      ])
        expect(Number.isFinite(x)).toBe(true);
    }
  });
});
