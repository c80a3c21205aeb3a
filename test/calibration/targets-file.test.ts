import { describe, expect, it } from "vitest";
import { readTargetsFile, targetsFileSchema } from "../../sim/calibration/targets-file.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";

const HEAD = "id,metric,group_by,group,window,value,low,high,role,discrepancy,source\n";
const csv = (...rows: string[]) =>
  new TextEncoder().encode(`${HEAD}${rows.map((row) => `${row}\n`).join("")}`);
const problemsOf = (bytes: Uint8Array, file = "t.csv"): string[] => {
  try {
    readTargetsFile(file, bytes);
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems.map(renderProblem);
    throw failure;
  }
  return [];
};

describe("a targets file", () => {
  it("is read from YAML and from a CSV of the same columns alike, in the metric's unit", () => {
    const yaml = `targets:
  - id: A
    metric: wait.first_contact.mean
    value: 3 weeks
    low: 1 week
    high: 30 days
    role: held_out
    discrepancy: 2 days
    source: somebody
`;
    const expected = {
      id: "A",
      metric: "wait.first_contact.mean",
      groupBy: "all",
      group: "all",
      window: "whole",
      unit: "days",
      value: 21,
      low: 7,
      high: 30,
      discrepancy: 2,
      role: "held_out",
      source: "somebody",
    };
    const [fromYaml] = readTargetsFile("t.yaml", new TextEncoder().encode(yaml));
    const [fromCsv] = readTargetsFile(
      "t.csv",
      csv("A,wait.first_contact.mean,,,,3 weeks,1 week,30 days,held_out,2 days,somebody"),
    );
    expect(fromYaml).toMatchObject({ ...expected, where: { file: "t.yaml", line: 2 } });
    expect(fromCsv).toMatchObject({ ...expected, where: { file: "t.csv", line: 2 } });
  });

  it("is refused with every problem at once, each with its line", () => {
    const problems = problemsOf(
      csv(
        "A,reached_3.share,,,,45 %,50 %,60 %,fitted,,x",
        "B,reched_3.share,,,,45 %,40 %,60 %,fitted,,x",
        "C,wait.first_contact.mean,,,,3 people,1 week,4 weeks,held_out,,x",
        "D,reached_3.share,,,,45 %,40 %,60 %,training,,x",
        "E,reached_3.share,,,,45 %,60 %,40 %,fitted,,x",
        "A,engaged.share,,,,45 %,40 %,60 %,held_out,,x",
      ),
    );
    expect(problems).toEqual([
      expect.stringContaining('t.csv:5 targets[D].role: found "training"'),
      "t.csv:2 targets[A].value: found 45 %, expected a figure inside its own band, 50 % to 60 %.",
      't.csv:3 targets[B].metric: found "reched_3.share", expected a metric of the tables. Did you mean reached_3.share?',
      expect.stringContaining('t.csv:4 targets[C].value: found "3 people", expected a duration'),
      "t.csv:6 targets[E].low: found 60 %, expected at most the upper end of the band, 40 %.",
      't.csv:7 targets[A].id: found "A" a second time, once fitted and once held_out, expected each target once, with one role.',
    ]);
  });

  it("knows nothing of a column that nobody declared", () => {
    expect(problemsOf(new TextEncoder().encode("id,metrik\nA,reached_3.share\n"))[0]).toContain(
      'found the unknown column "metrik"',
    );
    expect(targetsFileSchema.safeParse({ targets: [] }).success).toBe(false);
  });
});
