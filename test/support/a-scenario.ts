import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type LoadedScenario, loadScenario } from "../../sim/scenario/load.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { DEFAULTS, packedDefaults } from "./defaults.ts";

const TEMPLATE = readFileSync("scenarios/glasgow-pilot/organisations.csv", "utf8");

/** Loads a scenario written as YAML text, on the shipped defaults. */
export function scenarioFrom(yaml: string, set: readonly string[] = []): LoadedScenario {
  const sources = sourcesFromMap(
    new Map([
      ["/s/defaults.yaml", DEFAULTS],
      ["/s/scenario.yaml", yaml],
      ["/s/organisations.csv", TEMPLATE],
    ]),
    { defaults: "/s/defaults.yaml", roots: ["/s"] },
  );
  return loadScenario("/s/scenario.yaml", { ...sources, packedDefaults }, { set });
}

/**
 * Loads a small real scenario: two practices with a post each, the pilot's organisations, one year; changed
 * by overrides.
 */
export function aScenario(set: readonly string[] = [], more = ""): LoadedScenario {
  const { start, horizon } = { start: "2014-04-02", horizon: "52 weeks" };
  return scenarioFrom(
    `name: small
start: ${start}
horizon: ${horizon}
data: { organisation_template: organisations.csv }
practices:
  - { id: practice-1, list_size: 4000, region: glasgow }
  - { id: practice-2, list_size: 6000, region: glasgow }
organisations:
  generate: { local_per_practice: 14, posts_per_city_wide: 1, posts_per_statutory: 1 }
${more}`,
    set,
  );
}

/** Reads a YAML file of the repository. */
export function readYaml(path: string): unknown {
  return parse(readFileSync(path, "utf8"));
}
