import { describe, expect, it } from "vitest";
import { historyMatch, type Wave } from "../../sim/calibration/history-match.ts";
import { learntOf } from "../../sim/calibration/learnt.ts";
import { normals } from "../support/normals.ts";

describe("what targets teach of parameters", () => {
  const next = normals("learnt");
  const uniform = (): number => (Math.abs(next()) * 7919.3) % 1;

  it("is nothing where what is left is all there was", () => {
    const points = Array.from({ length: 400 }, () => Float64Array.of(uniform(), uniform()));
    for (const { left, leans, partner } of learntOf(points))
      expect([left > 0.9, leans, partner]).toEqual([true, null, null]);
  });

  it("is a narrower range, to the share that is left of it, or a lean to one end", () => {
    const points = Array.from({ length: 400 }, () =>
      Float64Array.of(0.3 + 0.2 * uniform(), uniform() ** 0.7),
    );
    const [narrowed, leaning] = learntOf(points);
    // A uniform coordinate of a fifth of the cube: 0.2, give or take.
    expect(narrowed.left).toBeGreaterThan(0.17);
    expect(narrowed.left).toBeLessThan(0.22);
    expect([narrowed.leans, leaning.leans]).toEqual(["low", "high"]);
    expect(leaning.left).toBeGreaterThan(0.8);
  });

  it("is a ridge with both its ends where minutes a contact and hours of casework trade off exactly", async () => {
    // Contacts that fit: hours over minutes a contact. Only their ratio can be learnt.
    const [minutes, hours] = [(u: number) => 45 + 45 * u, (u: number) => 0.5 + 0.5 * u];
    const contacts = ([x, y]: Float64Array): number => (1000 * hours(y)) / minutes(x);
    const waves: Wave[] = [];
    const problem = {
      dimensions: 2,
      bands: [{ low: 10.8, high: 11.4, discrepancy: 0 }],
      seed: "1",
      simulate: (points: readonly Float64Array[]) =>
        Promise.resolve(points.map((x) => [{ value: contacts(x) + 0.02 * next(), variance: 0.0004 }])),
    };
    const settings = { points: 24, replications: 8, memberReplications: 64, cutoff: 3, tried: 1024 };
    for await (const wave of historyMatch(problem, { waves: 3, ...settings })) waves.push(wave);
    const { sample } = waves.at(-1) as Wave;
    const [ofMinutes, ofHours] = learntOf(sample);
    expect([ofMinutes.partner, ofHours.partner]).toEqual([1, 0]);
    expect(ofMinutes.correlation).toBeGreaterThan(0.95);
    // At 45 minutes it takes 0.5 of the hours, at 90 minutes all of them.
    for (const { ends } of [ofMinutes, ofHours]) {
      expect(ends[0]).toBeLessThan(0.16);
      expect(ends[2]).toBeGreaterThan(0.84);
    }
    // A parameter alone looks as if nothing were learnt of it: the ridge is what was.
    expect(ofMinutes.left).toBeGreaterThan(0.8);
  });
});
