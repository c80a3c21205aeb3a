import { describe, expect, it } from "vitest";
import type { SummaryInput } from "../../cli/screen/summary-input.ts";
import { suretyText } from "../../cli/screen/surety.ts";
import { whoIsCountedText } from "../../cli/screen/who-is-counted-text.ts";
import { ONE_YEAR } from "../support/one-year.ts";

const METRICS = [
  "people.referred",
  "people.reached_3",
  "reached_3.share",
  "wait.first_contact.within_4_weeks",
  "wait.first_contact.mean",
];

/** A world of eight replications whose numbers swing a little around these. */
function world(
  referred: number,
  reachedThree: number,
  share: number,
  soon: number,
  wait: number,
): SummaryInput {
  return {
    plan: {
      scenario: "s",
      weeks: 0,
      metrics: METRICS.map((metric) => ({ metric, groupBy: "all", group: "all", unit: "" })),
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    },
    results: [0, 1, 2, 3, 4, 5, 6, 7].map((replication) => ({
      replication,
      events: 0,
      values: Float64Array.of(referred, reachedThree, share, soon, wait).map(
        (value) => value * (1 + replication / 1000),
      ),
      series: new Float64Array(),
      retention: new Float64Array(),
      windowed: new Float64Array(),
    })),
    verdicts: [],
    typeVerdicts: [],
    standards: [],
    time: ONE_YEAR,
    by: "39 weeks",
    isShort: false,
    precisionReached: null,
    timeline: [],
    dates: [],
    around: null,
    title: null,
    variantOf: null,
  };
}

describe("whom waits and shares speak of", () => {
  it("is told where a cut shortens waits by having nobody referred", () => {
    const text = whoIsCountedText(world(1000, 500, 0.5, 0.6, 20), world(600, 320, 0.53, 0.6, 15));
    expect(text).toContain(
      "those who are still referred, 401 people fewer. By people, the other scenario does worse",
    );
  });

  it("is told where an expansion lengthens waits by having more referred", () => {
    const text = whoIsCountedText(world(1000, 500, 0.5, 0.6, 20), world(1600, 700, 0.44, 0.6, 20));
    expect(text).toContain("602 people more. By people, the other scenario does better");
  });

  it("is not told where people and shares agree, or as many are referred", () => {
    expect(whoIsCountedText(world(1000, 500, 0.5, 0.6, 20), world(600, 250, 0.42, 0.5, 30))).toBe("");
    expect(whoIsCountedText(world(1000, 500, 0.5, 0.6, 20), world(1000, 400, 0.5, 0.7, 20))).toBe("");
  });
});

describe("how sure a difference is", () => {
  const base = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
  const plus = (...added: readonly number[]): number[] =>
    base.map((value, i) => value + added[i % added.length]);
  const lower = { better: "lower", decimals: 1 } as const;
  it.each([
    { other: base, words: "the same" },
    { other: plus(0.001, -0.001), words: "about the same" },
    { other: plus(5, -4, 3, -5, 4, -3), words: "not known" },
    { other: plus(4.9, 5.1), words: "surely worse" },
    { other: plus(-4.9, -5.1), words: "surely better" },
    { other: plus(0.1, 5, -0.6, 3, 1, -0.8, 4, 0.2), words: "likely worse" },
  ])("is in words: $words", ({ other, words }) => {
    expect(suretyText(base, other, lower)).toBe(words);
  });

  it("names no side where neither is better, and nothing of one pair", () => {
    expect(suretyText(base, plus(4.9, 5.1), { better: null, decimals: 1 })).toBe("surely more");
    expect(suretyText([1], [2], lower)).toBe("-");
  });

  it("is not sure of few pairs, though they be equal", () => {
    const first = (pairs: number): string =>
      suretyText(base.slice(0, pairs), plus(-1.8).slice(0, pairs), lower);
    expect([2, 5, 6, 10, 11].map(first)).toEqual([
      "too few pairs",
      "too few pairs",
      "likely better",
      "likely better",
      "surely better",
    ]);
  });
});
