import { describe, expect, it } from "vitest";
import { hangsMost } from "../../sim/ensemble/hangs-most.ts";
import type { HeadlineRange } from "../../sim/ensemble/headlines.ts";
import { rangeSentences } from "../../sim/ensemble/range-sentence.ts";

const COUNT = 120;
const weights = new Float64Array(COUNT).fill(1 / COUNT);
/** 0 to 1, in orders that have nothing to do with one another. */
const spread = (step: number): Float64Array =>
  Float64Array.from({ length: COUNT }, (_, member) => ((member * step) % COUNT) / (COUNT - 1));
const [posts, minutes, chance] = [spread(37), spread(49), spread(71)];
const parameters = [
  { path: "contact.first", unit: "minutes", values: minutes.map((x) => 40 + 20 * x) },
  { path: "generate.posts", unit: "", values: posts.map((x) => 52 + 18 * x) },
];
const rowsOf = (value: (member: number) => number): Float64Array[] =>
  Array.from({ length: COUNT }, (_, member) => {
    const noise = 0.02 * (chance[member] - 0.5);
    return Float64Array.of(value(member) - noise, value(member) + 2 * noise);
  });

describe("what a number hangs on most", () => {
  it("is the parameter that moves it, with what is expected at both ends of its values", () => {
    const found = hangsMost(
      rowsOf((member) => -0.1 - 0.2 * posts[member] + 0.02 * minutes[member]),
      weights,
      parameters,
    );
    expect(found?.path).toBe("generate.posts");
    expect(found?.share).toBeGreaterThan(0.9);
    expect(found?.low.at).toBeCloseTo(52.9, 1);
    expect(found?.low.expected).toBeCloseTo(-0.1, 2);
    expect(found?.high.at).toBeCloseTo(69.1, 1);
    expect(found?.high.expected).toBeCloseTo(-0.28, 2);
  });

  it("is told of a bend that a line would not see", () => {
    const bend = rowsOf((member) => (posts[member] - 0.5) * (posts[member] - 0.5));
    expect(hangsMost(bend, weights, parameters)?.path).toBe("generate.posts");
  });

  it("is nothing where two weigh alike, where none weighs, and where nothing differs", () => {
    const alike = rowsOf((member) => posts[member] + minutes[member]);
    expect(hangsMost(alike, weights, parameters)).toBeNull();
    expect(
      hangsMost(
        rowsOf((member) => chance[(member * 7) % COUNT]),
        weights,
        parameters,
      ),
    ).toBeNull();
    expect(
      hangsMost(
        rowsOf(() => 0).map((row) => row.fill(3)),
        weights,
        parameters,
      ),
    ).toBeNull();
    expect(
      hangsMost(
        rowsOf(() => Number.NaN),
        weights,
        parameters,
      ),
    ).toBeNull();
    expect(
      hangsMost(
        rowsOf((member) => posts[member]),
        weights,
        [],
      ),
    ).toBeNull();
  });

  it("stands after the ranges, a sentence a scenario", () => {
    const range: HeadlineRange = {
      ...{ scenario: "cut", base: "now", metric: "people.reached_3", of: "relative difference" },
      ...{ low: -0.31, high: -0.13, lowInterval: [null, null], highInterval: [null, null], fewerShare: 1 },
      hangsOn: {
        ...{ path: "generate.posts", unit: "", share: 0.9 },
        low: { at: 52.9, expected: -0.134 },
        high: { at: 69.1, expected: -0.306 },
      },
    };
    expect(rangeSentences([range])).toEqual([
      "In cut between 13 and 31 % fewer people reach three contacts than in now in nine of ten sets of values that fit the published figures.",
      "How many hangs most on generate.posts: 13 % fewer at 53, 31 % fewer at 69.",
    ]);
    expect(rangeSentences([range, { ...range, scenario: "other" }]).slice(2)).toEqual([
      "In cut how many hangs most on generate.posts: 13 % fewer at 53, 31 % fewer at 69.",
      "In other how many hangs most on generate.posts: 13 % fewer at 53, 31 % fewer at 69.",
    ]);
    expect(rangeSentences([{ ...range, hangsOn: null }])).toHaveLength(1);
    const { low, high } = range.hangsOn ?? expect.fail("it has one");
    const ofUnit = { ...range, hangsOn: { path: "contact.first", unit: "minutes", share: 0.9, low, high } };
    expect(rangeSentences([ofUnit])[1]).toBe(
      "How many hangs most on contact.first: 13 % fewer at 53, 31 % fewer at 69 minutes.",
    );
  });
});
