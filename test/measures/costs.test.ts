import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { placeOf } from "../../sim/measures/place-of.ts";
import { aScenario } from "../support/a-scenario.ts";

function costsOf(set: readonly string[] = []): (metric: string) => number {
  const { scenario, template } = aScenario(["horizon=8 weeks", ...set]);
  const simulator = createSimulator(scenario, template, "costs", { detail: "summary" });
  const { values } = simulator.run(0);
  return (metric) => values[placeOf(simulator.plan, `cost.${metric}`)];
}

describe("the cost of the programme", () => {
  it("is posts, management and support, and no development fund where the scenario pays none", () => {
    const cost = costsOf();
    expect(cost("development_fund")).toBe(0);
    expect(cost("management")).toBeGreaterThan(0);
    expect(cost("total")).toBeCloseTo(cost("posts") + cost("management"), 6);
    expect(cost("running")).toBeCloseTo(cost("total"), 6);
  });

  it("has a fund for each practice with a post where the scenario pays one, outside the running cost", () => {
    const [none, paid] = [costsOf(), costsOf(["costs.development_fund=35000 GBP"])];
    expect(paid("development_fund")).toBe(2 * 35_000);
    expect(paid("total") - none("total")).toBeCloseTo(70_000, 6);
    expect(paid("running")).toBe(none("running"));
  });
});
