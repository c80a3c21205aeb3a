import { describe, expect, it } from "vitest";
import { briefScreen } from "../../cli/screen/brief-screen.ts";
import type { SummaryInput } from "../../cli/screen/summary-input.ts";
import { coloured, screenWidth } from "../../cli/terminal/screen.ts";
import { aRun } from "../report/a-run.ts";

/** Twelve replications, a little apart, so that a difference of two can be told from chance. */
function longRun(scenario: string, factor: number): SummaryInput {
  const run = aRun(scenario, factor);
  const results = Array.from({ length: 12 }, (_, replication) => ({
    ...run.results[1],
    replication,
    values: run.results[1].values.map((value, i) => value * (1 + ((replication * (i + 3)) % 7) / 1000)),
  }));
  return { ...run, results };
}

const facts = { seed: "1", width: 100, last: ["The rest.", "The page."] };
const linesOf = (runs: readonly SummaryInput[], width = 100): string[] =>
  briefScreen(runs, { ...facts, width })
    .trimEnd()
    .split("\n");

describe("the short screen", () => {
  const base = longRun("base", 1);
  const less = {
    ...longRun("less", 0.9),
    timeline: ["from 2 January 2020: x."],
    dates: ["2020-01-02"],
  };

  it("breaks names of sixty letters over five lines at most, so that numbers have room", () => {
    const name = "town-of-many-hills-and-one-very-long-river-before-the-cut-26";
    const lines = linesOf([longRun(name, 1), { ...less, plan: { ...less.plan, scenario: `${name}7` } }]);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const heads = lines.filter((line) => line.startsWith("          "));
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.length).toBeLessThanOrEqual(5);
    expect(lines.length).toBeLessThanOrEqual(15);
  });

  it.each([
    ["one scenario", [base]],
    ["two", [base, less]],
    ["nine", Array.from({ length: 9 }, (_, i) => longRun(`scenario-${i}`, 1 - i / 20))],
  ])("has at most fifteen lines for %s, at 80 and at 100 columns", (_what, runs) => {
    for (const width of [80, 100]) {
      const lines = linesOf(runs, width);
      expect(lines.length).toBeLessThanOrEqual(15);
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });

  it("puts the verdicts first, each behind its mark, and ends with where the rest is", () => {
    const lines = linesOf([base, less]);
    expect(lines.slice(0, 2)).toEqual([
      "✘ base: 1 waiting list, 1 overloaded (elm)",
      "✘ less: 1 waiting list, 1 overloaded (elm)",
    ]);
    expect(lines.slice(-2)).toEqual(facts.last);
  });

  it("gives no more figures than chance leaves, alike in a row, and says how sure a difference is", () => {
    const row = linesOf([base, less]).find((line) => line.startsWith("Reached three contacts"));
    expect(row).toMatch(/ 481 +433 +-48\.?\d* ±0|surely worse$/);
  });

  it("shows standards before all else, and how many more there are", () => {
    const standard = (id: string): SummaryInput["standards"][number] => ({
      id,
      name: `standard ${id}`,
      metric: "wait.first_contact.within_4_weeks",
      groupBy: "all",
      group: "all",
      unit: "share",
      bound: "at least",
      target: 0.9,
      n: 12,
      mean: 0.6,
      ciLow: 0.59,
      ciHigh: 0.61,
      verdict: "not met",
      metShare: 0,
      replicationsToDecide: null,
      noInterval: "",
      of: "demand",
      referred: null,
    });
    const lines = linesOf([{ ...base, standards: ["a", "b", "c", "d", "e"].map(standard) }]);
    expect(lines[0]).toBe(
      "✘ base: standard a: NOT MET: 60.0 ±1.0 % of the reference demand, wanted at least 90.0 %.",
    );
    expect(lines[1]).toBe("  and 4 more standards: --full");
    expect(lines.length).toBeLessThanOrEqual(15);
  });
});

describe("a terminal", () => {
  it("gets its marks in colour, and nothing else", () => {
    expect(coloured("✘ a ✘ b\n? c\nx d\n")).toBe("\u001b[31m✘\u001b[0m a ✘ b\n\u001b[33m?\u001b[0m c\nx d\n");
  });

  it("sets the width, within reason; a pipe has 100 columns", () => {
    const widths = [40, 90, 300].map((columns) => screenWidth({ isTTY: true, columns }));
    expect([...widths, screenWidth({ isTTY: false, columns: 0 })]).toEqual([60, 90, 120, 100]);
  });
});
