import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { aScenario } from "../support/a-scenario.ts";

function measured(set: readonly string[]): (metric: string) => number {
  const { scenario, template } = aScenario(set);
  const { plan, run } = createSimulator(scenario, template, "1");
  const { values } = run(0);
  return (metric) => values[plan.metrics.findIndex((key) => key.metric === metric && key.groupBy === "all")];
}

describe("the linear spreadsheet beside a run", () => {
  const numbers = [
    "measures.spreadsheet.appointments=5",
    "measures.spreadsheet.per_post=500",
    "measures.spreadsheet.reached_3=40 %",
  ];

  it("is referrals x appointments over what the posts hold: two posts for a year, and room", () => {
    const of = measured([...numbers, "mechanisms.confidence=off"]);
    const people = of("requests.count") - of("requests.already_open");
    const years = 364 / 365.25;
    expect(people).toBeGreaterThan(100);
    expect(of("spreadsheet.posts")).toBeCloseTo((people / years) * (5 / 500), 9);
    expect(of("spreadsheet.load")).toBeCloseTo(of("spreadsheet.posts") / 2, 9);
    expect(of("spreadsheet.reached_3")).toBeCloseTo(0.4 * people, 9);
    expect(of("spreadsheet.waiting")).toBe(0);
  });

  it("leaves those over what the posts hold waiting", () => {
    const of = measured([...numbers, "mechanisms.confidence=off", "referral.rate=60 per 1000 a year"]);
    const people = of("requests.count") - of("requests.already_open");
    const served = (2 * 500 * (364 / 365.25)) / 5;
    expect(people).toBeGreaterThan(served);
    expect(of("spreadsheet.waiting")).toBeCloseTo(people - served, 6);
    expect(of("spreadsheet.reached_3")).toBeCloseTo(0.4 * served, 6);
  });
});
