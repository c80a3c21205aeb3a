import { describe, expect, it } from "vitest";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { aScenario } from "../support/a-scenario.ts";

describe("shares that add up to 100 %", () => {
  it("give way in proportion where one is changed, and say so", () => {
    const { scenario, warnings } = aScenario(["link_workers.time.casework=80 %"]);
    const { casework, networking, practice, supervision } = scenario.link_workers.time;
    expect(casework).toBe(0.8);
    expect(networking + practice + supervision).toBeCloseTo(0.2, 12);
    expect(networking / practice).toBeCloseTo(1.5, 12);
    expect(warnings.map(renderProblem).join()).toContain(
      "the others give way in proportion: networking 8.57 %",
    );
  });

  it("stay as they are where what was changed adds up", () => {
    const set = ["link_workers.time.casework=70 %", "link_workers.time.networking=10 %"];
    expect(aScenario(set).scenario.link_workers.time).toMatchObject({ networking: 0.1, practice: 0.1 });
  });

  it("are refused where those that were changed leave nothing, or are all", () => {
    expect(() => aScenario(["link_workers.time.casework=80 %", "link_workers.time.networking=30 %"])).toThrow(
      "add up to",
    );
    const all = ["casework", "networking", "practice", "supervision"];
    expect(() => aScenario(all.map((key) => `link_workers.time.${key}=30 %`))).toThrow("add up to 120 %");
  });
});
