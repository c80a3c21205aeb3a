import { describe, expect, it } from "vitest";
import {
  historyMatch,
  type MatchProblem,
  type MatchSettings,
  type Wave,
} from "../../sim/calibration/history-match.ts";
import { sampleRegion } from "../../sim/calibration/sample-region.ts";
import type { Band } from "../../sim/calibration/target.ts";
import { entityKey, rootKey } from "../../sim/random/keys.ts";
import { normals } from "../support/normals.ts";

const SETTINGS: MatchSettings = {
  waves: 4,
  points: 20,
  replications: 8,
  memberReplications: 64,
  cutoff: 3,
  tried: 4096,
};

/** A model whose outputs are known, with normal replicates about them. */
function toy(
  name: string,
  bands: readonly Band[],
  dimensions: number,
  sd: number,
  f: (x: Float64Array) => number[],
) {
  const next = normals(name);
  const problem: MatchProblem = {
    dimensions,
    bands,
    seed: name,
    simulate: (points, replications) =>
      Promise.resolve(
        points.map((x) =>
          f(x).map((value) => {
            const replicates = Array.from({ length: replications }, () => value + sd * next());
            const mean = replicates.reduce((sum, one) => sum + one, 0) / replications;
            const squares = replicates.reduce((sum, one) => sum + (one - mean) ** 2, 0);
            return { value: mean, variance: squares / (replications - 1) / replications };
          }),
        ),
      ),
  };
  return problem;
}

async function match(problem: MatchProblem, settings = SETTINGS): Promise<Wave[]> {
  const waves: Wave[] = [];
  for await (const wave of historyMatch(problem, settings)) waves.push(wave);
  return waves;
}

const band = (low: number, high: number): Band => ({ low, high, discrepancy: 0 });

describe("history matching", () => {
  it("leaves of one dimension the two pieces that algebra leaves", async () => {
    // (2x - 1)^2 in [0.16, 0.36]: x in [0.2, 0.3] or [0.7, 0.8], a fifth of the space.
    const waves = await match(toy("pieces", [band(0.16, 0.36)], 1, 0.01, ([x]) => [(2 * x - 1) ** 2]));
    const last = waves.at(-1) as Wave;
    const spread = last.sample.map(([x]) => x);
    expect(last.left).toBeGreaterThan(0.19);
    expect(last.left).toBeLessThan(0.25);
    for (const x of [0.21, 0.25, 0.29, 0.71, 0.75, 0.79])
      expect(last.implausibility(Float64Array.of(x))).toBeLessThanOrEqual(3);
    for (const x of [0.05, 0.15, 0.35, 0.5, 0.65, 0.85])
      expect(last.implausibility(Float64Array.of(x))).toBeGreaterThan(3);
    expect(spread.some((x) => x < 0.5) && spread.some((x) => x > 0.5)).toBe(true);
  });

  it("leaves of a linear model the parallelogram between its bands", async () => {
    // x + y in [0.9, 1.1] and x - y in [-0.1, 0.1]: a square of area 0.02 about (0.5, 0.5).
    const waves = await match(
      toy("linear", [band(0.9, 1.1), band(-0.1, 0.1)], 2, 0.02, ([x, y]) => [x + y, x - y]),
    );
    const last = waves.at(-1) as Wave;
    expect(last.left).toBeGreaterThan(0.019);
    expect(last.left).toBeLessThan(0.04);
    for (const [x, y] of last.sample) {
      expect(Math.abs(x + y - 1)).toBeLessThan(0.16);
      expect(Math.abs(x - y)).toBeLessThan(0.16);
    }
  });

  it("comes back with a ridge where two parameters trade off exactly, from end to end", async () => {
    // x times y is all that is seen, as minutes a contact and hours of casework are: 0.25 give or take 2 %.
    const waves = await match(toy("ridge", [band(0.245, 0.255)], 2, 0.002, ([x, y]) => [x * y]));
    const { sample } = waves.at(-1) as Wave;
    const xs = sample.map(([x]) => x).sort((a, b) => a - b);
    expect(xs[0]).toBeLessThan(0.3);
    expect(xs.at(-1)).toBeGreaterThan(0.95);
    for (const [x, y] of sample) expect(Math.abs(x * y - 0.25)).toBeLessThan(0.02);
  });

  it("says which targets cannot be met together, and ends", async () => {
    const waves = await match(
      toy("torn", [band(0.9, 1), band(0, 0.1), band(0, 1)], 1, 0.01, ([x]) => [x, x, x]),
    );
    const last = waves.at(-1) as Wave;
    expect(last.left).toBe(0);
    expect(last.sample).toEqual([]);
    expect(last.apart).toEqual([[0, 1]]);
  });

  it("takes a rule with two readings as a factor, and rules out the reading that cannot meet the band", async () => {
    // 0.5 x, and 0.6 more under the second reading, in [0.9, 1.1]: the second, and x in [0.6, 1]: a fifth.
    const problem = {
      ...toy("readings", [band(0.9, 1.1)], 2, 0.01, ([x, u]) => [0.5 * x + (u < 0.5 ? 0 : 0.6)]),
      seenAt: (x: Float64Array) => Float64Array.of(x[0], x[1] < 0.5 ? 0 : 1),
    };
    const last = (await match(problem)).at(-1) as Wave;
    expect(last.left).toBeGreaterThan(0.18);
    expect(last.left).toBeLessThan(0.25);
    for (const [x, u] of [
      [0.7, 0.51],
      [0.9, 0.99],
    ])
      expect(last.implausibility(Float64Array.of(x, u))).toBeLessThanOrEqual(3);
    for (const [x, u] of [
      [0.9, 0.49],
      [0.3, 0.51],
    ])
      expect(last.implausibility(Float64Array.of(x, u))).toBeGreaterThan(3);
  });

  it("keeps the truth: of 20 hidden ones not more than 2 are ruled out", async () => {
    // A right method loses one at 3 standard deviations far less often than one time in ten.
    const draw = normals("truths");
    let kept = 0;
    for (let truth = 0; truth < 20; truth++) {
      const at = Float64Array.of((Math.abs(draw()) * 0.31) % 1, (Math.abs(draw()) * 0.47) % 1);
      const f = ([x, y]: Float64Array): number[] => [x + 0.5 * y * y, Math.sin(3 * x) - y];
      const half = [0.05, 0.05];
      const bands = f(at).map((value, i) => {
        const centre = value + half[i] * (2 * ((Math.abs(draw()) * 7.3) % 1) - 1);
        return band(centre - half[i], centre + half[i]);
      });
      const waves = await match(toy(`truth ${truth}`, bands, 2, 0.05, f), {
        ...SETTINGS,
        waves: 2,
        tried: 1024,
      });
      if ((waves.at(-1) as Wave).implausibility(at) <= 3) kept++;
    }
    expect(kept).toBeGreaterThanOrEqual(18);
  });
});

describe("points spread over a region", () => {
  const ask = (limit: number) => ({
    dimensions: 4,
    count: 400,
    limit,
    key: entityKey(rootKey("1"), "region", String(limit)),
    tried: 4096,
  });
  const distance = (x: Float64Array): number =>
    Math.sqrt(x.reduce((sum, value) => sum + (value - 0.5) ** 2, 0));
  /** Of a ball of four dimensions. */
  const volume = (radius: number): number => (Math.PI ** 2 / 2) * radius ** 4;

  it("are a known share of the cube, also where one point in 100,000 lies there", () => {
    // Relative error of three levels of 400 points: about 12 %; 40 % is beyond three of those.
    for (const radius of [0.4, 0.1, 0.04]) {
      const { share, points } = sampleRegion(distance, ask(radius));
      expect(share / volume(radius)).toBeGreaterThan(0.6);
      expect(share / volume(radius)).toBeLessThan(1.4);
      expect(points.every((x) => distance(x) <= radius)).toBe(true);
    }
  });

  it("are uniform there: a ball's inner half radius holds a sixteenth", () => {
    // Binomial(400, 1 / 16): 25, standard deviation 4.8, walks somewhat more: 5 to 45.
    const { points } = sampleRegion(distance, ask(0.1));
    const inner = points.filter((x) => distance(x) <= 0.05).length;
    expect(inner).toBeGreaterThanOrEqual(5);
    expect(inner).toBeLessThanOrEqual(45);
  });

  it("are none where nothing is as low", () => {
    expect(sampleRegion((x) => 1 + distance(x), ask(0.5)).points).toEqual([]);
  });
});
