import { describe, expect, it } from "vitest";
import { sweepPoints } from "../../../sim/experiment/design/points.ts";
import { planSweep } from "../../../sim/experiment/design/sweep-plan.ts";
import { variationOfRange } from "../../../sim/experiment/design/vary-range.ts";
import { ScenarioError } from "../../../sim/scenario/problem.ts";

const valuesOf = (vary: Record<string, string>, points = 200): (number | string)[][] =>
  [...sweepPoints(planSweep({ vary, design: "lhs", points }))].map(({ values }) => [...values]);
const refusal = (values: string): string => {
  try {
    planSweep({ vary: { "organisations.types.local.places": values }, design: "lhs", points: 4 });
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems[0].expected;
  }
  return "";
};

describe("a range with a distribution of its own", () => {
  it("has orders of magnitude alike with log: half below the geometric mean", () => {
    const values = valuesOf({ "hold_off.wait": "log:1:100 weeks" }).map(([value]) => Number(value));
    expect(values.filter((value) => value < 10)).toHaveLength(100);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...values)).toBeLessThanOrEqual(100);
  });

  it("is likeliest at its mode with beta, with the mean of the PERT distribution", () => {
    const values = valuesOf({ "needs.own": "beta:10:15:30 %" }, 1000).map(([value]) => Number(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // (10 + 4 x 15 + 30) / 6; a stratified sample is within a few thousandths.
    expect(mean).toBeCloseTo(100 / 6, 2);
  });

  it("is refused where it cannot be", () => {
    expect(refusal("log:0:40 places")).toBe("log:A:B with A over 0, or beta:A:MODE:B");
    expect(() => planSweep({ vary: { "contact.gap": "log:7:28" }, design: "lhs", points: 2 })).toThrow(
      "Add the unit: minutes, hours, days",
    );
    expect(refusal("beta:5:50:40 places")).toBe("log:A:B with A over 0, or beta:A:MODE:B");
  });

  it("is written from what the register says", () => {
    const places = { value: 15, low: 5, high: 40, unit: "places" };
    expect(variationOfRange({ ...places, distribution: "log-uniform" })).toBe("log:5:40 places");
    expect(variationOfRange({ ...places, distribution: "beta" })).toBe("beta:5:15:40 places");
    expect(variationOfRange({ ...places, distribution: "uniform" })).toBe("5:40 places");
  });
});

describe("parameters with commas between them", () => {
  it("take each value together", () => {
    const plan = planSweep({ vary: { "contact.first,contact.follow_up": "30:40:10 minutes" } });
    expect([...sweepPoints(plan)].map(({ set }) => set)).toEqual([
      ["contact.first=30 minutes", "contact.follow_up=30 minutes"],
      ["contact.first=40 minutes", "contact.follow_up=40 minutes"],
    ]);
  });

  it("are refused where one of them cannot take the values", () => {
    expect(() => planSweep({ vary: { "contact.first,needs.own": "30:40:10 minutes" } })).toThrow(
      ScenarioError,
    );
  });
});

describe("listed points", () => {
  it("take the n-th value of each parameter, which may repeat", () => {
    const vary = {
      "needs.own": ["10 %", "20 %", "20 %"],
      "hold_off.wait": ["4 weeks", "4 weeks", "8 weeks"],
    };
    const points = [...sweepPoints(planSweep({ vary, design: "listed" }))];
    expect(points.map(({ values }) => values)).toEqual([
      [10, 4],
      [20, 4],
      [20, 8],
    ]);
  });

  it("are refused where parameters have different numbers of values", () => {
    const vary = { "needs.own": ["10 %", "20 %"], "hold_off.wait": ["4 weeks"] };
    expect(() => planSweep({ vary, design: "listed" })).toThrow("as many of each parameter");
  });
});
