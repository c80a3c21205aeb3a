import { describe, expect, it } from "vitest";
import { checkScenario } from "../../sim/experiment/check-layout.ts";
import { judgeStandards } from "../../sim/findings/standards.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { standardTable } from "../../sim/tables/standards.ts";
import { aScenario, scenarioFrom } from "../support/a-scenario.ts";
import { rowsOf } from "../tables/some-results.ts";

const plan: MeasurePlan = {
  scenario: "s",
  weeks: 0,
  metrics: [
    { metric: "engaged.share", groupBy: "all", group: "all", unit: "share" },
    { metric: "wait.first_contact.p90", groupBy: "quintile", group: "1", unit: "days" },
  ],
  series: [],
  retention: [],
  windows: [],
  windowed: [],
};
const results = (shares: readonly number[], days = 19.9): ReplicationResult[] =>
  shares.map((share, replication) => ({
    replication,
    events: 0,
    values: Float64Array.of(share, days + (replication % 3) - 1),
    series: new Float64Array(),
    retention: new Float64Array(),
    windowed: new Float64Array(),
  }));
const standard = (more: Partial<Scenario["standards"][number]> = {}): Scenario["standards"] => [
  { id: "seen", metric: "engaged.share", group_by: "all", group: "all", at_least: "90 %", ...more },
];
// The mean ± 0.0196.
const around = (mean: number): number[] =>
  Array.from({ length: 10 }, (_, r) => mean + (r % 2 === 0 ? 0.026 : -0.026) + 1e-6 * (r - 4.5));

describe("a standard", () => {
  it.each([
    { mean: 0.93, verdict: "met" },
    { mean: 0.87, verdict: "not met" },
    { mean: 0.91, verdict: "undecided" },
    { mean: 0.89, verdict: "undecided" },
  ])("is $verdict where the interval is around $mean and 90 % are wanted at least", ({ mean, verdict }) => {
    const [judged] = judgeStandards(standard(), plan, results(around(mean)));
    expect(judged).toMatchObject({ verdict, target: 0.9, bound: "at least" });
    expect(judged.replicationsToDecide === null).toBe(verdict !== "undecided");
  });

  it("turns round where a number is wanted at most, and reads days in weeks", () => {
    const at_most = (written: string): Scenario["standards"] => {
      const [{ at_least: _, ...rest }] = standard({
        metric: "wait.first_contact.p90",
        group_by: "quintile",
        group: "1",
      });
      return [{ ...rest, at_most: written }];
    };
    expect(judgeStandards(at_most("3 weeks"), plan, results(around(1)))[0]).toMatchObject({
      verdict: "met",
      target: 21,
    });
    expect(judgeStandards(at_most("2 weeks"), plan, results(around(1)))[0]).toMatchObject({
      verdict: "not met",
    });
    expect(judgeStandards(at_most("22 days"), plan, results(around(1)))[0]).toMatchObject({ verdict: "met" });
  });

  it("says how many replications meet it by themselves, and about how many would decide", () => {
    const [judged] = judgeStandards(standard(), plan, results(around(0.91)));
    expect(judged.metShare).toBe(0.5);
    expect(judged.replicationsToDecide).toBeGreaterThan(10);
    expect(judged.replicationsToDecide).toBeLessThan(60);
  });

  it("is not met by few equal replications, and by what is too rare only as far as its upper limit", () => {
    const ofShares = (shares: readonly number[], more = standard()) =>
      judgeStandards(more, plan, results(shares))[0];
    expect(ofShares([1, 1])).toMatchObject({ verdict: "undecided", replicationsToDecide: 10 });
    expect(ofShares(Array.from({ length: 10 }, () => 1))).toMatchObject({ verdict: "met" });
    const none = Array.from({ length: 12 }, () => 0);
    const { at_least: _, ...rest } = standard()[0];
    const atMost = (at_most: string) => ofShares(none, [{ ...rest, at_most }]);
    // 1 - 0.025^(1/12) = 26.5 %.
    expect(atMost("30 %")).toMatchObject({ verdict: "met" });
    expect(atMost("5 %")).toMatchObject({ verdict: "undecided", noInterval: "too rare to say at 12" });
    expect(ofShares(none)).toMatchObject({ verdict: "not met" });
  });

  it("stays undecided after one replication, and where nobody measures it", () => {
    expect(judgeStandards(standard(), plan, results([0.99]))[0]).toMatchObject({
      verdict: "undecided",
      mean: 0.99,
      replicationsToDecide: null,
    });
    expect(judgeStandards(standard({ group: "nobody" }), plan, results(around(0.99)))[0]).toMatchObject({
      verdict: "undecided",
      mean: null,
      metShare: null,
    });
  });

  it("is named by its own words, or by what it asks", () => {
    expect(judgeStandards(standard({ name: "seen soon" }), plan, [])[0].name).toBe("seen soon");
    expect(judgeStandards(standard({ group_by: "quintile", group: "1" }), plan, [])[0].name).toBe(
      "engaged.share of quintile 1 at least 90 %",
    );
  });

  it("is a row of the table standards", () => {
    const judged = judgeStandards(standard(), plan, results(around(0.93)));
    expect(rowsOf(standardTable([{ scenario: "s", standards: judged }]))).toMatchObject([
      { scenario: "s", standard: "seen", metric: "engaged.share", target: 0.9, verdict: "met", met_share: 1 },
    ]);
  });
});

const inFile = (line: string): ReturnType<typeof scenarioFrom> => aScenario([], `standards:\n  - ${line}\n`);
const problemsOf = (act: () => unknown): string[] => {
  try {
    act();
  } catch (failure) {
    if (failure instanceof ScenarioError)
      return failure.problems.map(
        ({ path, found, expected, hint }) => `${path}: ${found}; ${expected}; ${hint ?? ""}`,
      );
    throw failure;
  }
  return [];
};

describe("standards of a scenario file", () => {
  it("are written back as they were read, with where they come from", () => {
    const loaded = inFile("{ id: seen, metric: engaged.share, at_least: { value: 90 %, evidence: T1 } }");
    expect(loaded.scenario.standards).toEqual(standard());
    expect(loaded.annotations.get("standards[seen].at_least")).toEqual({ evidence: "T1" });
    const again = scenarioFrom(resolvedYaml(loaded));
    expect(again.scenario).toEqual(loaded.scenario);
    expect(again.annotations.get("standards[seen].at_least")).toEqual({ evidence: "T1" });
  });

  it("take a bare number, and a change by --set", () => {
    const loaded = aScenario(
      ["standards[few].at_most=12 people"],
      "standards:\n  - { id: few, metric: waiting_list.mean, at_most: 40 }\n",
    );
    expect(loaded.scenario.standards[0].at_most).toBe("12 people");
  });

  it.each([
    ["{ id: a, metric: engaged.share }", /standards\[a\]: neither at_least nor at_most; one of the two/],
    ["{ id: a, metric: engaged.share, at_least: 1 %, at_most: 2 % }", /both at_least and at_most/],
    [
      "{ id: a, metric: engaged.share, at_least: soon }",
      /standards\[a\]\.at_least: .*a number with its unit/,
    ],
    ["{ id: a, metrc: engaged.share, at_least: 1 % }", /metrc.*Did you mean metric\?/],
  ])("are refused on loading: %s", (line, expected) => {
    expect(problemsOf(() => inFile(line)).join("\n")).toMatch(expected);
  });

  it.each([
    [
      "{ id: a, metric: engagd.share, at_least: 1 % }",
      /standards\[a\]\.metric: .*Did you mean engaged\.share\?/,
    ],
    [
      "{ id: a, metric: engaged.share, at_least: 4 weeks }",
      /standards\[a\]\.at_least: "4 weeks"; a share such as 45 %/,
    ],
    [
      "{ id: a, metric: wait.first_contact.p90, at_most: 28 }",
      /a duration such as 4 weeks, as .* is in days/,
    ],
  ])("are refused before anything is simulated: %s", (line, expected) => {
    expect(problemsOf(() => checkScenario(inFile(`${line}\nlink_workers: { fte: 1 }`))).join("\n")).toMatch(
      expected,
    );
  });
});
