import { describe, expect, it } from "vitest";
import { checkScenario } from "../../sim/experiment/check-layout.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { layOut } from "../../sim/model/layout.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { scenarioFrom } from "../support/a-scenario.ts";
import { everyTable } from "../support/every-table.ts";
import { KEYS, repeatedKeys } from "./keys.ts";

describe("every table that is declared", () => {
  it("has a key of columns that it has", async () => {
    for (const { name, columns } of await everyTable()) {
      expect(Object.keys(KEYS), name).toContain(name);
      const names = columns.map((column) => column.name);
      for (const column of KEYS[name]) expect(names).toContain(column);
    }
  });

  it("finds a key that is there twice", () => {
    const rows = [
      { a: 1, b: "x" },
      { a: 1, b: "y" },
      { a: 1, b: "x" },
    ];
    expect(repeatedKeys(rows, ["a", "b"])).toEqual(['[1,"x"]']);
  });
});

const HEAD = "name: a\nhorizon: 4 weeks\nlink_workers: { fte: 1 }\n";
const TWO = "practices: [{ id: elm, list_size: 3000 }, { id: oak, list_size: 3000 }]\n";
const GENERATED =
  "generate: { practices: 4, posts: 3, pools: 0, regions: 2, list_size: 5000, list_spread: 0.3, most_deprived: [10 %, 60 %] }\n";
const TEMPLATE = "data: { organisation_template: organisations.csv }\n";
const MAKE =
  "organisations: { generate: { local_per_practice: 2, posts_per_city_wide: 1, posts_per_statutory: 1 } }\n";

const SCENARIOS: Readonly<Record<string, string>> = {
  "practices alone": HEAD + TWO,
  "a pool that is named as a practice of it": `${HEAD}${TWO}pools: [{ id: elm, practices: [elm, oak] }]\n`,
  "two pools": `${HEAD}${TWO}pools: [{ id: north, practices: [elm] }, { id: south, practices: [oak] }]\n`,
  "practices and organisations from counts": HEAD + TWO + GENERATED + TEMPLATE + MAKE,
  "pools from counts": HEAD + TWO + GENERATED.replace("pools: 0", "pools: 2") + TEMPLATE + MAKE,
  "posts that are added": `${HEAD}${TWO}timeline: [{ id: more, date: 2014-04-10, kind: posts_added, posts: [{ id: new, practice: elm }] }]\n`,
};

describe("what is measured", () => {
  it.each(Object.entries(SCENARIOS))("has each key once: %s", (_, text) => {
    const { scenario, template } = scenarioFrom(text);
    const { metrics, series, retention } = createSimulator(scenario, template, "1").plan;
    expect(metrics.length).toBeGreaterThan(50);
    for (const keys of [metrics, series])
      expect(repeatedKeys(keys.map(asRow), ["metric", "groupBy", "group"])).toEqual([]);
    expect(repeatedKeys(retention.map(asRow), ["contacts", "groupBy", "group"])).toEqual([]);
    const layout = layOut(scenario, template);
    for (const list of [layout.practices, layout.pools, layout.posts, layout.organisations])
      expect(repeatedKeys(list.map(asRow), ["id"])).toEqual([]);
  });
});

const asRow = (entry: object): Readonly<Record<string, unknown>> => ({ ...entry });

describe("an id that the program gives itself is refused", () => {
  it.each<[string, string, string]>([
    [
      "to a pool: that of a practice in no pool",
      `${TWO}pools: [{ id: oak, practices: [elm] }]\n`,
      'scenario.yaml:5:15 pools[oak].id: found "oak" for two pools',
    ],
    [
      "to a practice: that of one made from counts",
      `practices: [{ id: practice-3, list_size: 3000 }]\n${GENERATED}`,
      'scenario.yaml:4:19 practices[practice-3].id: found "practice-3" for two practices',
    ],
    [
      "to a practice, so that the second post of another is named as its first",
      `practices: [{ id: a, list_size: 9000 }, { id: a-2, list_size: 3000 }]\n${GENERATED.replace("practices: 4, posts: 3", "practices: 2, posts: 4")}`,
      'name: found "post-a-2" for two posts',
    ],
    [
      "to a post that is added: that of a practice's own",
      `${TWO}timeline: [{ id: more, date: 2014-04-10, kind: posts_added, posts: [{ id: post-elm, practice: elm }] }]\n`,
      'scenario.yaml:5:75 timeline[more].posts[post-elm].id: found "post-elm" for two posts',
    ],
    [
      "to an organisation: that of one made from the template",
      `${TWO}${TEMPLATE}organisations: { members: [{ id: elm/local-1, type: local, focus: work, locality: elm }], generate: { local_per_practice: 2, posts_per_city_wide: 1, posts_per_statutory: 1 } }\n`,
      'scenario.yaml:6:34 organisations.members[elm/local-1].id: found "elm/local-1" for two organisations',
    ],
  ])("%s", (_, text, words) => {
    const loaded = scenarioFrom(HEAD + text);
    try {
      checkScenario(loaded);
    } catch (failure) {
      if (!(failure instanceof ScenarioError)) throw failure;
      const lines = failure.problems.map(renderProblem);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(words);
      return;
    }
    expect.fail("was not refused");
  });
});
