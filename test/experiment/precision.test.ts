import { describe, expect, it } from "vitest";
import { judgePrecision, MAX_FOR_PRECISION, unmeasured } from "../../sim/experiment/precision.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";

const plan: MeasurePlan = {
  scenario: "s",
  weeks: 0,
  metrics: ["a", "b"].map((metric) => ({ metric, groupBy: "all", group: "all", unit: "" })),
  series: [],
  retention: [],
  windows: [],
  windowed: [],
};

/** Replications in which `a` and `b` swing around 10 by these amounts. */
function results(count: number, a: number, b: number): ReplicationResult[] {
  return Array.from({ length: count }, (_, replication) => ({
    replication,
    events: 0,
    values: Float64Array.of(10 + (replication % 2 === 0 ? a : -a), 10 + (replication % 2 === 0 ? b : -b)),
    series: new Float64Array(),
    retention: new Float64Array(),
    windowed: new Float64Array(),
  }));
}

describe("the precision of a run", () => {
  it("is never judged before 30 replications", () => {
    expect(judgePrecision(plan, results(10, 0, 0), ["a"], 0.05)).toMatchObject({
      isReached: false,
      nextTotal: 30,
    });
  });

  it("is reached when every metric's interval is narrow enough", () => {
    expect(judgePrecision(plan, results(30, 0.1, 0.1), ["a", "b"], 0.05)).toMatchObject({
      isReached: true,
      nextTotal: 30,
    });
    expect(judgePrecision(plan, results(30, 0.1, 5), ["a", "b"], 0.05)).toMatchObject({
      isReached: false,
      widest: "b",
    });
  });

  it("asks for as many as the root law says, at most twice as many", () => {
    expect(judgePrecision(plan, results(30, 5, 0), ["a"], 0.01).nextTotal).toBe(60);
    const { nextTotal, relativeHalfWidth } = judgePrecision(plan, results(100, 3, 0), ["a"], 0.05);
    expect(nextTotal).toBe(Math.ceil(100 * (relativeHalfWidth! / 0.05) ** 2));
  });

  it("stops at the most that may be spent", () => {
    expect(judgePrecision(plan, results(MAX_FOR_PRECISION, 5, 0), ["a"], 1e-6)).toMatchObject({
      isReached: false,
      nextTotal: MAX_FOR_PRECISION,
    });
  });

  it("is not reached by a metric that has no number", () => {
    expect(judgePrecision(plan, results(30, Number.NaN, 0), ["b", "a"], 0.5)).toMatchObject({
      isReached: false,
      widest: "a",
      relativeHalfWidth: null,
    });
  });

  it("is not reached by what never happened, on which no more replications are spent", () => {
    const rare = (count: number, b: number): ReplicationResult[] =>
      results(count, 0, b).map((result) => ({ ...result, values: Float64Array.of(0, result.values[1]) }));
    expect(judgePrecision(plan, rare(10, 0.1), ["a"], 0.05).nextTotal).toBe(30);
    expect(judgePrecision(plan, rare(30, 0.1), ["a"], 0.05)).toMatchObject({
      isReached: false,
      neverHappened: ["a"],
      relativeHalfWidth: null,
      nextTotal: 30,
    });
    expect(judgePrecision(plan, rare(30, 0.1), ["a", "b"], 0.05)).toMatchObject({
      isReached: false,
      widest: "b",
      neverHappened: ["a"],
      nextTotal: 30,
    });
    expect(judgePrecision(plan, rare(30, 5), ["a", "b"], 0.01).nextTotal).toBe(60);
  });

  it("can only be of what is measured", () => {
    expect(unmeasured(plan, ["a", "c"])).toEqual(["c"]);
  });
});
