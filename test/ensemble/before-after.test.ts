import { describe, expect, it } from "vitest";
import { beforeAfter, narrowedAmong } from "../../sim/ensemble/before-after.ts";
import { beforeSentences, narrowedSentence } from "../../sim/ensemble/before-sentence.ts";
import { drawBefore } from "../../sim/ensemble/drawn-before.ts";
import type { MemberRuns } from "../../sim/findings/not-known.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";

const COUNT = 100;
const NONE = new Float64Array();
const plan: MeasurePlan = {
  ...{ scenario: "x", weeks: 0, series: [], retention: [], windows: [], windowed: [] },
  metrics: [{ metric: "people.reached_3", groupBy: "all", group: "all", unit: "people" }],
};
/** 0 to 1, in an order that has nothing to do with that of the members. */
const spread = (member: number): number => (((member * 37) % COUNT) + 0.5) / COUNT;

/** Members that reach so many people in four replications, whose chance is the same in all. */
const runsOf = (reached: (place: number) => number): MemberRuns => ({
  weights: new Float64Array(COUNT).fill(1 / COUNT),
  runs: Array.from({ length: COUNT }, (_, member) => ({
    plan,
    results: [1, -1, 0.5, -0.5].map((chance, replication) => ({
      ...{ replication, events: 0, series: NONE, retention: NONE, windowed: NONE },
      values: Float64Array.of(reached(spread(member)) + chance),
    })),
  })),
});
const base = { before: runsOf(() => 1000), after: runsOf(() => 1000) };
const compared = (before: (place: number) => number, after: (place: number) => number) =>
  beforeAfter(["all", base], ["cut", { before: runsOf(before), after: runsOf(after) }], "1");

describe("the range of a decision before and after published figures", () => {
  it("is as much narrower as they make what it rests on", () => {
    const [difference, relative] = compared(
      (place) => 1000 - 400 * place,
      (place) => 900 - 200 * place,
    );
    expect(difference).toMatchObject({ of: "difference", metric: "people.reached_3", base: "all" });
    expect(difference.before[0]).toBeCloseTo(-378.2, 0);
    expect(difference.before[1]).toBeCloseTo(-21.8, 0);
    expect(difference.left).toBeCloseTo(0.5, 2);
    expect(relative.before[0]).toBeCloseTo(-0.38, 2);
    expect(relative.after[1]).toBeCloseTo(-0.11, 2);
    expect(relative.leftInterval[1]).toBeLessThan(0.6);
    expect(relative).toMatchObject({ fewerBefore: 1, fewerAfter: 1 });
    expect(beforeSentences([difference, relative])).toEqual([
      "Before those figures were used it was between 2 and 38 % fewer: they narrow that range to 50 % of its " +
        "width.",
    ]);
  });

  it("is as wide where they teach nothing of it, though it may lie elsewhere", () => {
    const rows = compared(
      (place) => 1000 - 400 * place,
      (place) => 900 - 400 * place,
    );
    expect(rows[1].left).toBeCloseTo(1, 6);
    expect(beforeSentences(rows)[0]).toContain("they do not narrow that range, as far as can be told");
  });

  it("has nothing to narrow where the difference is the same everywhere", () => {
    const rows = compared(
      () => 900,
      () => 900,
    );
    expect(rows[0].left).toBeNull();
    expect(beforeSentences(rows)[0]).toContain("there is nothing to narrow");
  });
});

describe("sets of values before", () => {
  const prior = [
    { path: "referral.rate", values: "20:40 per 1000 a year" },
    { path: "drop_off.base", values: "-3.5:-1.5" },
  ];
  const before = drawBefore(prior, "1", "ensemble.yaml");

  it("take each range evenly, one value in each hundredth of it", () => {
    const rates = before.map(({ set }) => Number(/=([\d.]+) per 1000 a year$/.exec(set[0])?.[1]));
    expect(new Set(rates.map((rate) => Math.floor(5 * (rate - 20)))).size).toBe(100);
    expect(drawBefore(prior, "1", "ensemble.yaml")).toEqual(before);
    expect(drawBefore(prior, "2", "ensemble.yaml")).not.toEqual(before);
  });

  it("say how much of its prior members leave of each number", () => {
    const after = before.filter(({ set }) => Number(set[0].slice(14, 16)) < 30);
    expect(after.length).toBe(50);
    const [narrowed, ...more] = narrowedAmong(before, after);
    expect([narrowed.path, more]).toEqual(["referral.rate", []]);
    expect(narrowed.left).toBeCloseTo(0.5, 1);
    expect(narrowedSentence([narrowed])).toMatch(/narrow referral\.rate to (49|5\d) % of what it was\.$/);
  });

  it("are refused where a range is none, with the file", () => {
    expect(() => drawBefore([{ path: "referral.rat", values: "1:2" }], "1", "ensemble.yaml")).toThrow(
      /ensemble\.yaml.*referral\.rat/s,
    );
  });
});
