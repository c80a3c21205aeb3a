import { describe, expect, it } from "vitest";
import type { Target } from "../../sim/calibration/targets-file.ts";
import { refuseUnmeasuredTargets, validateTargets } from "../../sim/calibration/validation.ts";
import { replicate } from "../../sim/experiment/replicate.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { aScenario } from "../support/a-scenario.ts";

const none = new Float64Array(0);
const plan = {
  scenario: "s",
  weeks: 0,
  metrics: ["caseload.mean", "people.reached_3", "spreadsheet.reached_3"].map((metric) => ({
    metric,
    groupBy: "all",
    group: "all",
    unit: "people",
  })),
  series: [],
  retention: [],
} as unknown as MeasurePlan;
// Means 30 and 100, standard deviation 1 and 10: intervals of about 29.3 to 30.7 and 93 to 107.
const results = [-1.2, -0.9, -0.6, -1.3, 0.2, -0.2, 0.6, 1.2, 0.9, 1.3].map(
  (z, replication) =>
    ({
      replication,
      values: Float64Array.of(30 + z, 100 + 10 * z, 140 + z),
      series: none,
      retention: none,
    }) as unknown as ReplicationResult,
);
const target = (metric: string, low: number, high: number, more: Partial<Target> = {}): Target => ({
  id: metric,
  metric,
  groupBy: "all",
  group: "all",
  window: "whole",
  unit: "people",
  value: low,
  low,
  high,
  discrepancy: 0,
  role: "fitted",
  source: "",
  where: { file: "t.yaml", line: 3 },
  ...more,
});
const judge = (one: Target) => validateTargets([one], plan, results)[0];

describe("a target", () => {
  it("is met where the interval lies inside the band, missed where it lies outside, else undecided", () => {
    expect(judge(target("caseload.mean", 25, 35)).verdict).toBe("met");
    expect(judge(target("caseload.mean", 32, 35)).verdict).toBe("missed");
    expect(judge(target("caseload.mean", 20, 29)).verdict).toBe("missed");
    const open = judge(target("caseload.mean", 30.3, 35));
    expect(open.verdict).toBe("undecided");
    expect(open.replicationsToDecide).toBeGreaterThan(10);
  });

  it("is held against a band that is wider by what the model may be wrong by", () => {
    expect(judge(target("caseload.mean", 32, 35, { discrepancy: 3 })).verdict).toBe("met");
  });

  it("stands beside the spreadsheet, where that says something", () => {
    expect(judge(target("people.reached_3", 80, 120)).spreadsheet).toBeCloseTo(140, 1);
    expect(judge(target("caseload.mean", 25, 35)).spreadsheet).toBeNull();
  });

  it("of a window is told of that window, and of one that there is not is refused", async () => {
    const run = await replicate(aScenario(), { replications: 4 });
    const [years, whole] = ["year 1", "whole"].map((window) => target("people.referred", 0, 1e6, { window }));
    // The run has one year.
    expect(validateTargets([years], run.plan, run.results)[0].mean).toBe(
      validateTargets([whole], run.plan, run.results)[0].mean,
    );
    const last = target("people.referred", 0, 1e6, { window: "last 26 weeks" });
    const half = validateTargets([last], run.plan, run.results)[0].mean as number;
    const all = validateTargets([whole], run.plan, run.results)[0].mean as number;
    expect(half).toBeGreaterThan(0.3 * all);
    expect(half).toBeLessThan(0.7 * all);
    const unknown = target("people.referred", 0, 1e6, { window: "last 26 week" });
    expect(() => refuseUnmeasuredTargets([last, unknown], run.plan)).toThrow(
      't.yaml:3 targets[people.referred].window: found "last 26 week", expected a window in which this scenario ' +
        "measures something. Did you mean last 26 weeks?",
    );
  });

  it("of what the scenario does not measure is refused at its line", () => {
    expect(() => refuseUnmeasuredTargets([target("caseload.men", 1, 2)], plan)).toThrow(
      't.yaml:3 targets[caseload.men].metric: found "caseload.men", expected a metric that this scenario measures. Did you mean caseload.mean?',
    );
    expect(() =>
      refuseUnmeasuredTargets([target("caseload.mean", 1, 2, { groupBy: "practice" })], plan),
    ).toThrow("targets[caseload.mean].group_by");
  });
});
