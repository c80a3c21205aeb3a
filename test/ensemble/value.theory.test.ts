import { describe, expect, it } from "vitest";
import {
  bestOption,
  type Decision,
  type InformationValue,
  partialInformation,
  perfectInformation,
} from "../../sim/ensemble/value.ts";
import { normals } from "../support/normals.ts";

const SEEDS = 100;
const MEMBERS = 500;

const equal = (count: number): Float64Array => new Float64Array(count).fill(1 / count);

/** Jackson's example (voi book): options worth 0 and p1 - p2, with p1 ~ N(1, sd 1), p2 ~ N(0, sd 2). */
function jackson(seed: number, more = 0): Decision {
  const draw = normals(`value ${seed}`);
  const p1 = Float64Array.from({ length: MEMBERS }, () => 1 + draw());
  const p2 = Float64Array.from({ length: MEMBERS }, () => 2 * draw());
  const idle = Array.from({ length: more }, () => Float64Array.from({ length: MEMBERS }, draw));
  return {
    weights: equal(MEMBERS),
    worth: [Array.from(p1, () => [0]), Array.from(p1, (one, i) => [one - p2[i]])],
    parameters: [p1, p2, ...idle],
  };
}

/** Says in how many of the seeds an interval holds the truth, and the mean of the values. */
function over(valueAt: (seed: number) => InformationValue, truth: number) {
  let [held, sum] = [0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { value, ciLow, ciHigh } = valueAt(seed);
    if (ciLow <= truth && truth <= ciHigh) held++;
    sum += value;
  }
  return { held, mean: sum / SEEDS };
}

describe("what knowing is worth, in Jackson's example", () => {
  // 100 seeds: a right interval of 95 % holds the truth in under 90 of them with a chance of 1.1 %; means
  // of 100 values of 500 members err by less than 0.02 but for 1 time in 100.
  it("is 0.47981 for everything", () => {
    const { held, mean } = over((seed) => perfectInformation(jackson(seed)), 0.47981);
    expect(held).toBeGreaterThanOrEqual(90);
    expect(Math.abs(mean - 0.47981)).toBeLessThan(0.02);
  });

  it.each([
    ["the first parameter", 0, 0.08332],
    ["the second parameter", 1, 0.39559],
  ])("is as the book has it for %s", (_, parameter, truth) => {
    const { held, mean } = over((seed) => partialInformation(jackson(seed), [parameter]), truth);
    expect(held).toBeGreaterThanOrEqual(90);
    expect(Math.abs(mean - truth)).toBeLessThan(0.02);
  });

  it("is never below 0 nor above everything but for error, and does not fall with one more parameter", () => {
    const decision = jackson(7, 1);
    const [all, two, one, idle] = [
      perfectInformation(decision),
      partialInformation(decision, [0, 1]),
      partialInformation(decision, [1]),
      partialInformation(decision, [2]),
    ];
    expect(two.value).toBeGreaterThan(one.ciLow);
    expect(two.value).toBeLessThanOrEqual(all.ciHigh);
    expect(idle.ciLow).toBeLessThanOrEqual(0);
    expect(idle.ciHigh).toBeGreaterThanOrEqual(0);
    expect(bestOption(decision)).toBe(1);
  });
});

describe("what knowing is worth, where chance alone tells members apart", () => {
  it("is 0: the interval holds it, though the best of the means never is the same", () => {
    const { held, mean } = over((seed) => {
      const draw = normals(`chance ${seed}`);
      const rows = () => Array.from({ length: 200 }, () => Array.from({ length: 6 }, draw));
      return perfectInformation({ weights: equal(200), worth: [rows(), rows()], parameters: [] });
    }, 0);
    expect(held).toBeGreaterThanOrEqual(90);
    expect(Math.abs(mean)).toBeLessThan(0.02);
  });
});
