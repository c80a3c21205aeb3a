import { describe, expect, it } from "vitest";
import { decisionValue, unequalCosts } from "../../sim/ensemble/decide.ts";
import { measureSentence } from "../../sim/ensemble/measure-sentence.ts";
import { nearnessWeights } from "../../sim/ensemble/nearness.ts";
import type { MemberRuns } from "../../sim/findings/not-known.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";

const COUNT = 120;
const NONE = new Float64Array();
const plan: MeasurePlan = {
  ...{ scenario: "x", weeks: 0, series: [], retention: [], windows: [], windowed: [] },
  metrics: [
    { metric: "people.reached_3", groupBy: "all", group: "all", unit: "people" },
    { metric: "cost.total", groupBy: "all", group: "all", unit: "GBP" },
  ],
};

/** Members of which an option reaches so many people, at a cost, in four replications with some chance. */
function runsOf(reached: (member: number) => number, cost: number): MemberRuns {
  return {
    weights: new Float64Array(COUNT).fill(1 / COUNT),
    runs: Array.from({ length: COUNT }, (_, member) => ({
      plan,
      results: [1, -1, 0.5, -0.5].map((chance, replication) => ({
        ...{ replication, events: 0, series: NONE, retention: NONE, windowed: NONE },
        values: Float64Array.of(reached(member) + chance, cost),
      })),
    })),
  };
}

/** 45 to 60 minutes, in an order that has nothing to do with the second number. */
const minutes = (member: number): number => 45 + (15 * ((member * 37) % COUNT)) / (COUNT - 1);
const members = Array.from({ length: COUNT }, (_, i) => ({
  member: i + 1,
  weight: 1,
  set: [`contact.first=${minutes(i)} minutes`, `referral.rate=x${1 + i / COUNT}`],
}));
const objective = { kind: "reached_3" } as const;

describe("a decision between two options", () => {
  it("that hangs on one number says that it is to be measured, and where the other option wins", () => {
    const options = [
      ["long", runsOf(() => 100, 5)],
      ["short", runsOf((member) => 100 + 4 * (50 - minutes(member)), 5)],
    ] as const;
    const decision = decisionValue(options, members, objective);
    expect([decision.best, decision.second]).toEqual(["long", "short"]);
    // The mean of the gain of short where minutes are under 50: uniform over 45 to 60.
    expect(decision.everything.value).toBeGreaterThan(2.8);
    expect(decision.everything.value).toBeLessThan(3.9);
    expect(decision.parameters[0].path).toBe("contact.first");
    expect(decision.parameters[0].value).toBeLessThanOrEqual(decision.everything.ciHigh);
    expect(measureSentence(decision, objective)).toMatch(
      /^Measure first: contact\.first; .* [23]\.\d people/,
    );
    const [bound, ...more] = decision.region?.found.bounds ?? [];
    expect(more).toEqual([]);
    expect(decision.region?.parameters[bound.parameter].path).toBe("contact.first");
    expect(bound.side).toBe("under");
    expect(Math.abs(bound.value - 50)).toBeLessThan(1.6);
  });

  it("whose order is the same in every member hangs on nothing", () => {
    const options = [
      ["more", runsOf((member) => 100 + member, 5)],
      ["less", runsOf((member) => 90 + member, 5)],
    ] as const;
    const decision = decisionValue(options, members, objective);
    expect(decision.bestShare).toBeCloseTo(1, 12);
    expect(decision.region).toBeNull();
    expect(measureSentence(decision, objective)).toBe(
      "The order of the options does not hang on anything you could measure.",
    );
  });

  it("is told once more with other weights: all alike, or more for what is nearer to the figures", () => {
    const options = [
      ["long", runsOf(() => 100, 5)],
      ["short", runsOf((member) => 100 + 4 * (50 - minutes(member)), 5)],
    ] as const;
    expect(decisionValue(options, members, objective).otherWeights).toBeNull();
    // Members of short contacts fit best: there the short ones win.
    const values = members.map((_, i) => [minutes(i)]);
    const near = nearnessWeights(values, [{ value: 45, low: 44, high: 50 }]);
    const { otherWeights } = decisionValue(options, members, objective, near);
    expect(otherWeights).toMatchObject({ kind: "near", best: "short" });
    expect(otherWeights?.bestShare).toBeCloseTo(1, 12);
    expect(otherWeights?.everything.value).toBeCloseTo(0, 6);
    const uneven = options.map(([name, runs]) => [name, { ...runs, weights: near ?? runs.weights }] as const);
    const told = decisionValue(uneven, members, objective);
    expect([told.best, told.otherWeights?.kind, told.otherWeights?.best]).toEqual(["short", "alike", "long"]);
  });

  it("of unequal cost turns with the price", () => {
    const options = [
      ["dear", runsOf(() => 100, 1000)],
      ["cheap", runsOf(() => 90, 100)],
    ] as const;
    expect(unequalCosts(options)).toEqual(["cheap"]);
    expect(decisionValue(options, members, { kind: "pounds", price: 80 }).best).toBe("cheap");
    expect(decisionValue(options, members, { kind: "pounds", price: 100 }).best).toBe("dear");
  });
});

describe("weights by how near members come to the published figures", () => {
  const figures = [
    { value: 10, low: 8, high: 14 },
    { value: 1, low: 0, high: 2 },
  ];

  it("are the product over the figures, 1 at each and 0 at the ends of its band", () => {
    const weights = nearnessWeights(
      [
        [10, 1],
        [12, 1],
        [9, 1.5],
        [14, 1],
      ],
      figures,
    );
    // 1, 1 - 1/4, (1 - 1/4) (1 - 1/4), 0: their sum is 2.3125.
    const expected = [1, 0.75, 0.5625, 0].map((weight) => weight / 2.3125);
    expect([...(weights ?? [])].map((weight) => weight.toFixed(12))).toEqual(
      expected.map((weight) => weight.toFixed(12)),
    );
  });

  it("are none where a member lacks a value, or all lie at the ends", () => {
    expect(nearnessWeights([[10, null]], figures)).toBeNull();
    expect(nearnessWeights([[14, 1]], figures)).toBeNull();
  });
});
