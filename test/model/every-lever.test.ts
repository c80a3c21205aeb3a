import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { ACTIONS } from "../../sim/scenario/actions.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

function town(timeline: string): Float64Array {
  const { scenario, template } = scenarioFrom(
    `name: town
start: 2014-04-02
horizon: 52 weeks
data: { organisation_template: organisations.csv }
practices:
  - { id: practice-1, list_size: 6000, region: glasgow }
  - { id: practice-2, list_size: 6000, region: glasgow }
organisations:
  generate: { local_per_practice: 6, posts_per_city_wide: 1, posts_per_statutory: 1 }
referral: { ramp: 0 weeks, rate: 60 per 1000 a year }
turnover: { link_worker: 4 a year, organisation: 4 a year }
timeline: [${timeline}]
`,
    [],
  );
  return createSimulator(scenario, template, "every-lever").run(0).values;
}

describe("a dated action", () => {
  const without = town("");
  const examples = ACTIONS.map(({ kind, example }) => [kind, example] as const);

  it.each(examples)("of kind %s changes what is measured: %s", (kind, example) => {
    const values = town(`{ id: it, date: 2014-05-01, kind: ${kind}, ${example} }`);
    expect(values).not.toEqual(without);
  });
});
