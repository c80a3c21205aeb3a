import { describe, expect, it } from "vitest";
import { checkScenario } from "../../sim/experiment/check-layout.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import {
  rankedOtherWayTexts,
  referredOtherWay,
  referredOtherWayTexts,
  standardOtherWayText,
} from "../../sim/findings/of-referred.ts";
import { rankingsOf } from "../../sim/findings/ranking.ts";
import { judgeStandards } from "../../sim/findings/standards.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { standardTable } from "../../sim/tables/standards.ts";
import { aScenario } from "../support/a-scenario.ts";
import { rowsOf } from "../tables/some-results.ts";

const METRICS = [
  "wait.first_contact.within_4_weeks",
  "wait.first_contact.within_4_weeks_of_demand",
  "engaged.share",
  "engaged.share_of_demand",
  "reached_3.share",
  "reached_3.share_of_demand",
  "people.referred",
];

/** Ten replications whose values lie a little around the given means, the same way in each scenario. */
function world(scenario: string, means: readonly number[]): ScenarioResults {
  const keys = METRICS.map((metric) => ({ metric, groupBy: "all", group: "all", unit: "share" }));
  return {
    plan: { scenario, weeks: 0, metrics: keys, series: [], retention: [], windows: [], windowed: [] },
    results: Array.from({ length: 10 }, (_, replication) => ({
      replication,
      events: 0,
      values: Float64Array.from(means, (mean, i) => mean * (1 + 0.01 * Math.sin(replication * (i + 1)))),
      series: new Float64Array(),
      retention: new Float64Array(),
      windowed: new Float64Array(),
    })),
  };
}

const base = world("open", [0.236, 0.2, 0.7, 0.6, 0.45, 0.4, 1000]);
/** Fewer are referred: more of them are seen soon, fewer of the demand; the other shares fall both ways. */
const closed = world("closed", [0.315, 0.15, 0.65, 0.4, 0.4, 0.3, 600]);

const standard = (more: Partial<Scenario["standards"][number]> = {}): Scenario["standards"] => [
  {
    id: "soon",
    metric: "wait.first_contact.within_4_weeks",
    group_by: "all",
    group: "all",
    at_least: "25 %",
    ...more,
  },
];

describe("a share that rises of those referred and falls of the reference demand", () => {
  it("is found, alone", () => {
    expect(referredOtherWay(base, closed).map(({ metric }) => metric)).toEqual([
      "wait.first_contact.within_4_weeks",
    ]);
    expect(referredOtherWay(base, base)).toEqual([]);
  });

  it("is told with both, and which of them counts", () => {
    expect(referredOtherWayTexts(base, closed)).toMatchInlineSnapshot(`
      [
        "Seen within 4 weeks, of the reference demand: from 20.0 to 15.0 % in closed. The share of those referred points the other way, from 23.6 to 31.6 %, as 400 fewer are referred: it does not count.",
      ]
    `);
    expect(referredOtherWayTexts(base, base)).toEqual([]);
  });
});

describe("rankings", () => {
  const third = world("third", [0.2, 0.12, 0.6, 0.3, 0.3, 0.2, 500]);

  it("say where those referred alone would put another scenario first", () => {
    expect(rankedOtherWayTexts(rankingsOf([base, closed, third]))).toMatchInlineSnapshot(`
      [
        "Seen within 4 weeks: of those referred closed would come first, of the reference demand open does: that counts.",
      ]
    `);
    expect(rankedOtherWayTexts(rankingsOf([base, third, third]))).toEqual([]);
  });
});

describe("a standard on a share of those referred", () => {
  it("is judged of the reference demand, with what those referred alone would give", () => {
    const [judged] = judgeStandards(standard(), closed.plan, closed.results);
    expect(judged).toMatchObject({
      metric: "wait.first_contact.within_4_weeks_of_demand",
      of: "demand",
      verdict: "not met",
      referred: { verdict: "met" },
    });
    expect(judged.mean).toBeCloseTo(0.15, 2);
    expect(judged.referred?.mean).toBeCloseTo(0.315, 2);
    expect(standardOtherWayText(judged)).toMatchInlineSnapshot(
      `"The share of those referred points the other way: 31.6 %, met; who is not referred is not counted in it."`,
    );
    expect(standardOtherWayText(judgeStandards(standard(), base.plan, base.results)[0])).toBe("");
  });

  it("is judged of those referred where it asks so", () => {
    const [judged] = judgeStandards(standard({ of: "referred" }), closed.plan, closed.results);
    expect(judged).toMatchObject({
      metric: "wait.first_contact.within_4_weeks",
      of: "referred",
      verdict: "met",
      referred: null,
    });
    expect(judged.name).toBe("wait.first_contact.within_4_weeks of those referred at least 25 %");
    expect(standardOtherWayText(judged)).toBe("");
  });

  it("says in the table of whom it is", () => {
    const judged = judgeStandards(standard(), closed.plan, closed.results);
    expect(rowsOf(standardTable([{ scenario: "s", standards: judged }]))).toMatchObject([
      { of: "demand", verdict: "not met", referred_verdict: "met" },
    ]);
  });

  it("of a link worker, whom the demand does not have, is judged of those referred", () => {
    const { scenario, template } = aScenario(
      [],
      "standards: [{ id: a, metric: engaged.share, group_by: link_worker, group: post-practice-1, at_least: 1 % }]\n",
    );
    const simulator = createSimulator(scenario, template, "1");
    const [judged] = judgeStandards(scenario.standards, simulator.plan, [simulator.run(0)]);
    expect(judged).toMatchObject({ metric: "engaged.share", of: "referred", n: 1 });
  });
});

describe("of whom a standard is", () => {
  const problemsOf = (more: string): string => {
    try {
      checkScenario(
        aScenario([], `standards: [{ id: a, at_least: 1 %, ${more} }]\nlink_workers: { fte: 1 }\n`),
      );
    } catch (failure) {
      if (failure instanceof ScenarioError)
        return failure.problems
          .map(({ path, found, expected }) => `${path}: ${found}; ${expected}`)
          .join("\n");
      throw failure;
    }
    return "";
  };

  it.each([
    "metric: engaged.share, of: referred",
    "metric: wait.first_contact.within_9_days, of: demand, group_by: quintile, group: '2'",
    "metric: wait.first_contact.within_9_working_days_of_demand",
  ])("can be said: %s", (more) => {
    expect(problemsOf(more)).toBe("");
  });

  it.each([
    [
      "metric: lost.share, of: referred",
      "standards[a].of: referred; nothing, as lost.share is not measured both",
    ],
    [
      "metric: wait.first_contact.staying_within_9_days, of: demand",
      "standards[a].of: demand; nothing, as wait.first_contact.staying_within_9_days is not measured both",
    ],
    [
      "metric: engaged.share, of: demand, group_by: source, group: gp",
      "standards[a].of: demand; referred, as engaged.share by source is measured of those referred alone",
    ],
  ])("is refused where there are not both: %s", (more, expected) => {
    expect(problemsOf(more)).toContain(expected);
  });
});
