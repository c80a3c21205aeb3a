import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { sweepPoints } from "../../../sim/experiment/design/points.ts";
import { readSweepFile } from "../../../sim/experiment/design/sweep-file.ts";
import { sweepJsonSchema } from "../../../sim/experiment/design/sweep-json-schema.ts";
import { planSweep } from "../../../sim/experiment/design/sweep-plan.ts";
import { variationOf } from "../../../sim/experiment/design/vary.ts";
import { renderProblem, ScenarioError } from "../../../sim/scenario/problem.ts";

const FILE = `# yaml-language-server: $schema=../scenarios/sweep.schema.json
scenario: glasgow-2024-cut
vary:
  timeline[cut].to: 35:70
  timeline[cut].rule: [smallest_list, spread]
  timeline[cut].date: 2024-04-01:2025-04-01
  funding.grant_cycle: 1 years,3 years
design: sobol
points: 16
replications: 20
seed: 7
metrics: [people.referred]
`;

const planOf = (text: string) => planSweep(readSweepFile("study.yaml", new TextEncoder().encode(text)));

function refusalOf(text: string): string[] {
  try {
    planOf(text);
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems.map(renderProblem);
    throw failure;
  }
  throw new Error("the sweep was not refused");
}

describe("a sweep file", () => {
  it("says the same as the command line", () => {
    const written = [
      "timeline[cut].to=35:70",
      "timeline[cut].rule=smallest_list,spread",
      "timeline[cut].date=2024-04-01:2025-04-01",
      "funding.grant_cycle=1 years,3 years",
    ];
    const fromOptions = planSweep({
      vary: written.map(variationOf),
      design: "sobol",
      points: 16,
      replications: 20,
      seed: "7",
      metrics: ["people.referred"],
    });
    const fromFile = planOf(FILE);
    expect(fromFile).toEqual(fromOptions);
    expect([...sweepPoints(fromFile)]).toEqual([...sweepPoints(fromOptions)]);
  });

  it("may leave out all but scenario and vary", () => {
    expect(
      planOf("scenario: s\nvary: { mechanisms.bounce: [on, off], link_workers.fte: [0.5, 1] }\n"),
    ).toMatchObject({ design: "grid", points: 4, replications: 100, seed: "1", metrics: null });
  });

  it("is refused with every problem at its line, and the nearest name", () => {
    expect(
      refusalOf(`scenario: s
vary:
  link_workers.ftes: 0.5:1:0.1
  timeline[cut].rule: [smallest_list, spred]
  timeline[cut].share: 10 %:50 %:10
  link_workers.fte: {}
desing: grid
points: many
`),
    ).toMatchInlineSnapshot(`
      [
        "study.yaml:3:22 link_workers.ftes: found the unknown key "ftes", expected a key of the scenario. Did you mean fte?",
        "study.yaml:4:23 timeline[cut].rule: found "spred", expected one of smallest_list, least_deprived, drawn, spread. Did you mean spread?",
        "study.yaml:5:24 timeline[cut].share: found 10 %, 50 %, 10, expected numbers in one unit. Write one unit with each number, or once, after the last.",
        "study.yaml:6:21 vary.link_workers.fte: found a map of keys, expected text, or a list.",
        "study.yaml:7:1 desing: found the unknown key "desing", expected a key of a sweep. Did you mean design?",
        "study.yaml:8:9 points: found "many", expected points of a sample, rows of morris or saltelli; none for a grid: a whole number from 1 to 100000.",
      ]
    `);
    expect(
      refusalOf("scenario: s\nvary:\n  link_workers.fte: 0.5:1\nmetrics: [people.refered]\n"),
    ).toMatchInlineSnapshot(`
      [
        "study.yaml:3:21 link_workers.fte: found a range without a step, expected the values that a grid takes. Add a step, A:B:STEP, or take the design lhs or sobol.",
        "study.yaml:4:10 metrics: found people.refered, expected a metric that linksim measures. Did you mean people.referred?",
      ]
    `);
    expect(refusalOf("scenario: s\ndesign: latin\n")).toMatchInlineSnapshot(`
      [
        "study.yaml:1:1 vary: found nothing, expected what is varied: the path of a parameter, and its values: a map of keys. Add vary.",
        "study.yaml:2:9 design: found "latin", expected one of grid, lhs, sobol, morris, saltelli, listed. Known here: grid, lhs, sobol, morris, saltelli, listed.",
      ]
    `);
    expect(refusalOf("- a\n")).toMatchInlineSnapshot(`
      [
        "study.yaml:1:1: found a list of 1, expected a map of keys, as a sweep is.",
      ]
    `);
    expect(refusalOf("scenario: [\n")).toMatchInlineSnapshot(`
      [
        "study.yaml:2:1: found text that is not YAML, expected YAML 1.2. Flow sequence in block collection must be sufficiently indented and end with a ].",
      ]
    `);
  });
});

describe("the published JSON Schema of sweep files", () => {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(sweepJsonSchema());

  it("is the one that the declaration generates", () => {
    const committed = readFileSync("scenarios/sweep.schema.json", "utf8");
    expect(committed).toBe(`${JSON.stringify(sweepJsonSchema(), null, 2)}\n`);
  });

  it.each([FILE, "{ scenario: s, vary: { a: [1, 2] } }"])("accepts %s", (text) => {
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    "{ scenario: s }",
    "{ scenario: s, vary: { a: 1 } }",
    "{ scenario: s, vary: { a: [1] } }",
    "{ scenario: s, vary: {}, design: latin }",
    "{ scenario: s, vary: {}, points: 0 }",
    "{ scenario: s, vary: {}, point: 3 }",
  ])("refuses %s", (text) => {
    expect(validate(parse(text))).toBe(false);
  });
});
