import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { RETENTION_FIELDS } from "../../sim/measures/result.ts";
import { aScenario } from "../support/a-scenario.ts";

function simulated(set: readonly string[], more = "") {
  const { scenario, template } = aScenario(set, more);
  const simulator = createSimulator(scenario, template, "1");
  const result = simulator.run(0);
  const of = (metric: string, groupBy = "all", group = "all"): number =>
    result.values[
      simulator.plan.metrics.findIndex(
        (key) => key.metric === metric && key.groupBy === groupBy && key.group === group,
      )
    ];
  return { plan: simulator.plan, result, of };
}

describe("the life table", () => {
  it("loses nobody: who came to n contacts came to one more, ended with n, or is still in", () => {
    const { plan, result } = simulated(["referral.rate=40 per 1000 a year"]);
    const width = RETENTION_FIELDS.length;
    const at = (row: number, field: (typeof RETENTION_FIELDS)[number]): number =>
      result.retention[row * width + RETENTION_FIELDS.indexOf(field)];
    let stillOpen = 0;
    plan.retention.forEach(({ groupBy, group, contacts }, row) => {
      const next = plan.retention[row + 1];
      if (next === undefined || next.groupBy !== groupBy || next.group !== group) return;
      expect(at(row, "reached")).toBe(at(row + 1, "reached") + at(row, "left_after") + at(row, "still_open"));
      if (groupBy === "all" && contacts < 12) stillOpen += at(row, "still_open");
    });
    expect(stillOpen).toBeGreaterThan(20);
  });
});

describe("the wait from contact to contact", () => {
  it("is the gap when nobody misses, nobody waits and every gap is the same", () => {
    const { of } = simulated([
      "contact.booking=as_ready",
      "contact.non_attendance=0 %",
      "contact.gap=10 days",
      "contact.absorption_gap=10 days",
      "contact.gap_spread=0 %",
      "referral.rate=2 per 1000 a year",
    ]);
    expect(of("wait.next_contact.p50")).toBeGreaterThanOrEqual(10);
    expect(of("wait.next_contact.p50")).toBeLessThan(10.1);
    expect(of("wait.next_contact.mean")).toBeLessThan(10.3);
  });
});

describe("organisations", () => {
  it("give full quality within their places, and less over them", () => {
    const kept = simulated(["mechanisms.open-door=off", "mechanisms.funding=off"]);
    expect(kept.of("organisation.quality")).toBe(1);
    const crowded = simulated(["organisations.types.local.background=130 %"]);
    const local = crowded.of("organisation.quality", "organisation_type", "local");
    expect(local).toBeLessThan(1);
    // Open-door charities fill to 1.2 times their places, so quality is 1 / 1.2 or more.
    expect(local).toBeGreaterThanOrEqual(1 / 1.2);
  });

  it("have half the income after half of it is cut, in real terms", () => {
    const steady = ["funding.types.local.drift=0 % a year", "mechanisms.funding=off"];
    const income = (more = ""): number =>
      simulated(steady, more).of("organisations.income", "organisation_type", "local");
    const cut = "timeline: [{ id: cut, date: 2014-04-02, kind: funding_cut, types: [local], share: 50 % }]\n";
    expect(income(cut) / income()).toBeCloseTo(0.5, 3);
  });
});
