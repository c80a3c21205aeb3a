import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../../sim/scenario/load.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";

const files = new Map([
  ["/lib/defaults.yaml", readFileSync("scenarios/defaults.yaml", "utf8")],
  ["/lib/base/scenario.yaml", "name: base\nstart: 2020-01-01\ndata: { practices: practices.csv }\n"],
  ["/lib/base/practices.csv", "id,list_size\na,4000\n"],
  ["/lib/base-cut/scenario.yaml", "name: base-cut\nextends: ../base/scenario.yaml\nhorizon: 52 weeks\n"],
  ["/mine/one.yaml", "name: one\nextends: base-cut\n"],
  ["/mine/two.yaml", "name: two\nextends: bse\n"],
]);
const sources = sourcesFromMap(files, { defaults: "/lib/defaults.yaml", roots: ["/mine"], library: "/lib" });

describe("a scenario outside the library", () => {
  it("extends one of the library by its name, and what that one rests on", () => {
    const { scenario } = loadScenario("/mine/one.yaml", sources);
    expect(scenario.practices.map(({ id }) => id)).toEqual(["a"]);
    expect(scenario.horizon).toBe(52 * 10_080);
  });

  it("is refused where the library has no such name", () => {
    expect(() => loadScenario("/mine/two.yaml", sources)).toThrow(ScenarioError);
  });
});
