import { describe, expect, it } from "vitest";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { aScenario } from "../support/a-scenario.ts";

const text = resolvedYaml(aScenario());

describe("a range of the resolved scenario", () => {
  it("is in the unit of its value", () => {
    expect(text).toContain("first: { value: 60 minutes, range: [ 45 minutes, 60 minutes ], evidence: W10 }");
    expect(text).toContain("ramp: { value: 26 weeks, range: [ 0 weeks, 52 weeks ]");
  });

  it("has at most 15 digits, as has every number", () => {
    expect(text).toContain("drift: { value: -1.7 % a year, range: [ -3.6 % a year, 0 % a year ]");
    expect(text.match(/\d*\.?\d{16,}/g)).toBeNull();
  });
});
