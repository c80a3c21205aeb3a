import { describe, expect, it } from "vitest";
import { startsOf } from "../../sim/findings/start-of-run.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { aScenario } from "../support/a-scenario.ts";
import { normals } from "../support/normals.ts";

const WEEKS = 208;
const everybody = { groupBy: "all", group: "all", unit: "people" };
const plan: MeasurePlan = {
  scenario: "s",
  weeks: WEEKS,
  metrics: [],
  series: [
    { metric: "waiting_list.mean", ...everybody },
    { metric: "contacts.week", ...everybody },
    { metric: "caseload.mean", ...everybody },
  ],
  retention: [],
  windows: [],
  windowed: [],
};

/** Twelve replications in which the list climbs for a year and the caseload only wobbles. */
function results(climb: number): ReplicationResult[] {
  const next = normals(`climb ${climb}`);
  return Array.from({ length: 12 }, (_, replication) => ({
    replication,
    events: 0,
    values: new Float64Array(),
    series: Float64Array.from({ length: 3 * WEEKS }, (_, at) => {
      const week = at % WEEKS;
      return at < WEEKS ? 100 - climb * Math.max(0, 1 - week / 52) + 5 * next() : 50 + 2 * next();
    }),
    retention: new Float64Array(),
    windowed: new Float64Array(),
  }));
}

const { scenario } = aScenario();

describe("the start of a run", () => {
  it("is moving in a list that climbs for a year, and in nothing else", () => {
    const starts = startsOf({ plan, results: results(60) }, scenario);
    expect(starts.map(({ metric, isMoving }) => [metric, isMoving])).toEqual([
      ["waiting_list.mean", true],
      ["caseload.mean", false],
    ]);
    expect(starts[0].leftOut).toBeGreaterThanOrEqual(35);
    expect(starts[0].leftOut).toBeLessThanOrEqual(60);
    expect(starts[0].difference.mean).toBeLessThan(-0.1);
  });

  it("is at rest in a list that wobbles about its level", () => {
    expect(startsOf({ plan, results: results(0) }, scenario).some(({ isMoving }) => isMoving)).toBe(false);
  });

  it("is judged before the first dated change only, and not where less than a year is left of it", () => {
    const changed = (date: string) =>
      aScenario([], `timeline: [{ id: cut, date: ${date}, kind: funding_cut, share: 50 % }]\n`).scenario;
    expect(startsOf({ plan, results: results(60) }, changed("2015-03-01"))).toEqual([]);
    expect(startsOf({ plan, results: results(60) }, changed("2015-12-01"))[0].means).toHaveLength(86);
  });
});
