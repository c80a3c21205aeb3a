import { describe, expect, it } from "vitest";
import type { DrawnFigure, ReportInput } from "../../cli/report/input/report-input.ts";
import { figureSection } from "../../cli/report/sections/figure-section.ts";
import { FIGURES } from "../../sim/figures/catalogue.ts";
import { someInput } from "../figures/some-tables.ts";
import { aRun } from "../report/a-run.ts";

/**
 * What a report is made from, with every figure drawn; figures ask of the rest for the metrics of a sweep
 * alone.
 */
function reportInput(): ReportInput {
  const figures = FIGURES.map(
    ({ name, heading, shows, behind }): DrawnFigure => ({
      ...{ name, heading, shows, behind },
      ...{ svg: "", narrow: "", title: "", caption: "", description: "" },
    }),
  );
  return {
    folder: "",
    record: { scenarios: [] } as unknown as ReportInput["record"],
    mains: [],
    runs: [],
    scenarioOf: () => {
      throw new Error("no scenario is asked for");
    },
    tables: someInput().tables,
    figures,
    wordsOf: (path) => path,
    evidence: new Map(),
  };
}

describe("the report", () => {
  const blocks = figureSection(reportInput()).flatMap((section) => section.blocks);
  const shown = new Map(blocks.flatMap((block) => (block.kind === "figure" ? [[block.name, block]] : [])));

  it.each(FIGURES.map(({ name }) => name))("shows %s with the tables of its numbers", (name) => {
    const tables = shown.get(name)?.tables ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const { rows, heads } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      expect(heads.length).toBeGreaterThan(2);
    }
  });

  it("shows of scenarios no numbers under other assumptions, which no figure shows", () => {
    const input = { ...reportInput(), mains: [aRun("base", 1), aRun("cut", 0.8)] };
    const text = JSON.stringify(figureSection(input));
    expect(text).toContain('"cut"');
    expect(text).not.toContain("cut (other)");
  });

  it.each(FIGURES)("heads $name with at most ten words, and has the details in a caption", (figure) => {
    expect(figure.heading.split(/\s+/).length).toBeLessThanOrEqual(10);
    const drawn = figure.make(someInput(), {}) as { title?: { subtitle?: readonly string[] } };
    expect(drawn.title?.subtitle?.join(" ").length).toBeGreaterThan(20);
  });

  it.each(FIGURES.map((figure) => [figure.name, figure] as const))(
    "shows of %s tables that the figure reads",
    (_, { tables, behind, needs }) => {
      expect(behind.filter(({ table }) => !tables.includes(table))).toEqual([]);
      expect(Object.keys(needs).filter((table) => !tables.includes(table))).toEqual([]);
    },
  );
});
