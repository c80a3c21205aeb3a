import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadScenario, readScenario, renderProblem, ScenarioError, sourcesFromMap } from "../../sim/index.ts";

const sourcesOf = (text: string): ReturnType<typeof sourcesFromMap> =>
  sourcesFromMap(
    new Map([
      ["/s.yaml", text],
      ["/defaults.yaml", readFileSync("scenarios/defaults.yaml", "utf8")],
    ]),
    { defaults: "/defaults.yaml" },
  );

const PRACTICE = "name: a\npractices: [{ id: elm, list_size: 3000 }]\n";

it.each([
  ["of which nobody said who works there", PRACTICE, "found nothing about link workers"],
  [
    "that its model could not do",
    `${PRACTICE}link_workers: { fte: 1 }\ntimeline: [{ id: cut, date: 2024-06-03, kind: posts_cut, to: 9 }]\n`,
    "timeline[cut].to",
  ],
])("the library refuses a scenario %s, with its place, as the command line does", (_, text, found) => {
  for (const load of [
    () => loadScenario("/s.yaml", sourcesOf(text)),
    () => readScenario("/s.yaml", sourcesOf(text))(),
  ]) {
    let problems: readonly string[] = [];
    try {
      load();
    } catch (failure) {
      if (failure instanceof ScenarioError) problems = failure.problems.map(renderProblem);
    }
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\/s\.yaml:\d+:\d+ /);
    expect(problems[0]).toContain(found);
  }
});

it("the library loads what is whole, under changes too", () => {
  const load = readScenario("/s.yaml", sourcesOf(`${PRACTICE}link_workers: { fte: 1 }\n`));
  expect(load(["horizon=9 weeks"]).scenario.horizon).toBe(9 * 10_080);
});
