import { expect, it } from "vitest";
import { html } from "../../cli/report/page/html.ts";
import { nearestNames } from "../../sim/scenario/nearest-name.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { aScenario } from "../support/a-scenario.ts";

/** Gives the problems of what must be refused. */
function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.message.split("\n");
    throw failure;
  }
  return [];
}

it.each([
  ["rationale", 'rationale: "a\\e[2Jb"', "\\u001b"],
  ["the name of a variant", 'variants: [{ id: v, name: "a\\u202Eb", set: ["horizon=4 weeks"] }]', "\\u202e"],
  ["why of a variant", 'variants: [{ id: v, name: a, why: "\\x9b", set: ["horizon=4 weeks"] }]', "\\u009b"],
  ["an age band", 'people: { age_bands: { "a\\x7f": 100 % } }', "\\u007f"],
  ["a note", 'uptake: 1\nreferral: { rate: { value: 22 per 1000 a year, note: "\\u2066" } }', "\\u2066"],
])("refuses what nobody sees in %s, with its place", (_, yaml, found) => {
  const problems = problemsOf(() => aScenario([], yaml));
  expect(
    problems.filter((line) => /^\/s\/scenario\.yaml:\d+:\d+ .*: found the character /.test(line)),
  ).toHaveLength(1);
  expect(problems.join("\n")).toContain(`found the character ${found}, expected text without`);
});

it("refuses it in --set, and leaves lines of a rationale alone", () => {
  expect(problemsOf(() => aScenario(["name=a\u001b"])).join("\n")).toContain(
    "--set name: found the character \\u001b",
  );
  expect(aScenario([], "rationale: |\n  one\n  \ttwo\n").scenario.rationale).toBe("one\n\ttwo\n");
});

it("suggests the block of a key that was written without it", () => {
  expect(problemsOf(() => aScenario(["caseload_cap=25"])).join("\n")).toContain(
    "Did you mean link_workers.caseload_cap?",
  );
});

it("shows in a page what nobody sees", () => {
  expect(html`${"a\u001b\u202e"}`.text).toBe("a\\u001b\\u202e");
});

it("names the nearest few of many names", () => {
  const known = ["glasgow-pilot", "glasgow-pilot-cut", "glasgow-2021", "starter"];
  expect(nearestNames("glasgow-pilt", known, 3)).toEqual(["glasgow-pilot"]);
  expect(nearestNames("pilot", known, 3)).toEqual(["glasgow-pilot", "glasgow-pilot-cut"]);
  expect(nearestNames("unheard-of", known, 3)).toEqual([]);
});
