import { describe, expect, it } from "vitest";
import { scenarioDifferences } from "../../sim/scenario/differences.ts";
import { aScenario } from "../support/a-scenario.ts";

const base = aScenario();

describe("the differences of two scenarios", () => {
  it("are none for the same, whatever they are called and measure", () => {
    expect(scenarioDifferences(base, aScenario())).toEqual([]);
    const renamed = { scenario: { ...base.scenario, name: "other", rationale: "why not" } };
    expect(scenarioDifferences(base, renamed)).toEqual([]);
  });

  it("are in the units of users, by path, with lists of numbers as one value", () => {
    const other = aScenario([
      "contact.gap=3 weeks",
      "needs.severity=[40 %, 40 %, 20 %]",
      "practices[practice-2].list_size=7000",
    ]);
    expect(scenarioDifferences(base, other)).toEqual([
      { path: "practices[practice-2].list_size", first: "6000 people", second: "7000 people" },
      { path: "needs.severity", first: "[50 %, 35 %, 15 %]", second: "[40 %, 40 %, 20 %]" },
      { path: "contact.gap", first: "10 days", second: "3 weeks" },
    ]);
  });

  it("tell what only one has", () => {
    const other = aScenario([], "timeline: [{ id: cut, date: 2014-09-01, kind: closure, types: [local] }]\n");
    expect(scenarioDifferences(base, other)).toEqual([
      { path: "timeline[cut]", first: undefined, second: expect.stringContaining("kind closure") },
    ]);
  });
});
