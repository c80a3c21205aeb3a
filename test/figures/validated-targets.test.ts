import { describe, expect, it } from "vitest";
import { jsonOf, svgOf } from "../../cli/figures/render.ts";
import type { FigureInput } from "../../sim/figures/figure.ts";
import { FIT_FIGURE } from "../../sim/figures/fit.ts";
import { VALIDATED_TARGETS } from "../../sim/tables/validated-targets.ts";
import { someInput, tableOf } from "./some-tables.ts";

const T1 = { target: "T1", role: "fitted", metric: "reached_3.share", unit: "share", verdict: "met" };
const H1 = { target: "H1", role: "held_out", metric: "people.reached_3", unit: "people", verdict: "missed" };
const everybody = { group_by: "all", group: "all", window: "whole", n: 10 };
const share = { value: 0.45, low: 0.39, high: 0.51, mean: 0.47, ci_low: 0.46, ci_high: 0.48 };
const people = { value: 700, low: 600, high: 800, mean: 567, ci_low: 546, ci_high: 588 };

function inputOf(more: Readonly<Record<string, number>> = {}): FigureInput {
  const table = tableOf(VALIDATED_TARGETS, [
    { ...T1, ...everybody, ...share, ...more },
    { ...H1, ...everybody, ...people, group_by: "quintile", group: "1", window: "year 1", spreadsheet: 608 },
    { ...H1, ...everybody, value: 5, low: 4, high: 6, target: "H2", verdict: "undecided" },
  ]);
  return { ...someInput(), tables: new Map([["targets", table]]) };
}

describe("the figure fit of a validation", () => {
  it("has the specification that was looked at, and vega doubts nothing about it", async () => {
    const figure = FIT_FIGURE.make(inputOf(), {});
    await expect(jsonOf(figure)).toMatchFileSnapshot("../golden/figures/fit-of-validation.json");
    const doubts: string[] = [];
    await svgOf(figure, (doubt) => doubts.push(doubt));
    expect(doubts).toEqual([]);
  });

  it("says who met what, fitted and held-out ones apart, and reads the numbers", () => {
    const text = JSON.stringify(FIT_FIGURE.make(inputOf(), {}));
    expect(text).toContain("1 of 1 fitted target met. 0 of 2 held-out targets met; missed: H1.");
    expect(text).toContain(
      "T1, Reached three contacts: published 45.0 %, band 39.0 to 51.0; simulated 47.0 (46.0 to 48.0), met.",
    );
    expect(text).toContain("Reached three contacts (quintile 1, year 1): published 700 people");
    expect(text).toContain("nothing simulated, undecided.");
    expect(text).not.toContain("pale what is not known");
  });

  it("draws what is not known where an ensemble tells it", () => {
    const text = JSON.stringify(FIT_FIGURE.make(inputOf({ range_low: 0.4, range_high: 0.5 }), {}));
    expect(text).toContain("pale what is not known");
    expect(text).toContain('"field":"range_low"');
  });
});
