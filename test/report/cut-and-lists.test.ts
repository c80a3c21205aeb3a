import { describe, expect, it } from "vitest";
import type { ReportInput } from "../../cli/report/input/report-input.ts";
import { cutSection } from "../../cli/report/sections/cut-section.ts";
import { verdictSection } from "../../cli/report/sections/verdict-section.ts";
import type { SummaryInput } from "../../cli/screen/summary-input.ts";
import { aScenario } from "../support/a-scenario.ts";
import { aRun } from "./a-run.ts";

const pageOf = (run: SummaryInput, timeline = ""): ReportInput => ({
  folder: "out",
  record: {
    program: "linksim",
    format: 1,
    kind: "run",
    version: "0",
    scenarios: [],
    seed: "1",
    set: [],
    replications: 3,
    files: [],
    content_hash: "",
  },
  mains: [run],
  runs: [run],
  scenarioOf: () => aScenario([], timeline === "" ? "" : `timeline:\n${timeline}`),
  tables: new Map(),
  figures: [],
  wordsOf: (path) => path,
  evidence: new Map(),
});

describe("the table of waiting lists", () => {
  it("gives the posts that a load would take in the hours of the list's own post", () => {
    const run = aRun("base", 1);
    const key = (metric: string) => ({ metric, groupBy: "pool", group: "elm", unit: "" });
    const part = {
      ...run,
      plan: { ...run.plan, metrics: [key("posts.fte_end"), key("waiting_list.end")] },
      results: run.results.map((result) => ({ ...result, values: Float64Array.of(0.4, 7) })),
      verdicts: [{ ...run.verdicts[0], load: 4.03 }],
    };
    const table = verdictSection(pageOf(part)).blocks.find(
      (block) => block.kind === "table" && block.name === "waiting-lists",
    );
    expect(table).toMatchObject({
      rows: [
        ["base", "elm", "overloaded", { text: "0.4" }, { text: "403" }, { text: "1.6" }, { text: "7.0" }],
      ],
    });
  });
});

describe("what a cut leaves behind", () => {
  const textOf = (timeline: string): string =>
    JSON.stringify(cutSection(pageOf(aRun("base", 1), timeline)).flatMap(({ blocks }) => blocks[0]));

  it("is told of a cut of posts, with the closing list, and of one of places, with the places left", () => {
    expect(textOf("  - { id: cut, date: 2014-10-01, kind: posts_cut, to: 1, rule: drawn }\n")).toContain(
      "30 (29 to 31) people were open".replace("30 (29 to 31)", "60 (59 to 61)"),
    );
    expect(
      textOf("  - { id: cut, date: 2014-11-01, kind: funding_cut, types: [local], share: 50 % }\n"),
    ).toContain("organisations are cut from 1 November 2014: they have");
  });

  it("is not told of a leave of absence", () => {
    expect(
      textOf("  - { id: away, date: 2014-10-01, kind: absence, post: post-practice-1, until: 2014-11-03 }\n"),
    ).toBe("[]");
  });
});
