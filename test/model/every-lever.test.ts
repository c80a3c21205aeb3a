import { describe, expect, it } from "vitest";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { LEVERS } from "../../sim/model/levers/levers.ts";
import type { ActionKind } from "../../sim/scenario/actions.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

/**
 * An example of each kind of action that a year of a small town must feel; a kind without one does not
 * compile.
 */
const EXAMPLES = {
  funding_cut: "types: [local], share: 50 %",
  closure: "types: [local]",
  statutory_withdrawal: "share: 50 %",
  demand_surge: "rise: 50 %",
  posts_cut: "to: 1",
  posts_added: "posts: [{ id: new, practice: practice-1 }]",
  posts_moved: "posts: [post-practice-1], practice: practice-2",
  posts_shared: "practices: [practice-1, practice-2]",
  caseload_cap: "cap: 10 people",
  contact_policy: "gap: 30 days",
  triage: "order: crisis_first",
  protected_networking: "share: 100 %",
  handover: "ties: 100 %, patients: 100 %",
  fill_vacancies: "vacancy: 40 weeks",
  agreement: "types: [statutory, national, city_wide]",
  grant: "types: [local], amount: 900000 GBP",
  grant_cycle: "length: 13 weeks",
  integration_support: "by: 50 %",
  employment: "by: health_service",
} as const satisfies Record<ActionKind, string>;

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
  const kinds = Object.keys(EXAMPLES) as ActionKind[];

  it("has an example of each kind", () => expect(kinds.sort()).toEqual(Object.keys(LEVERS).sort()));

  it.each(kinds)("of kind %s changes what is measured", (kind) => {
    const values = town(`{ id: it, date: 2014-05-01, kind: ${kind}, ${EXAMPLES[kind]} }`);
    expect(values).not.toEqual(without);
  });
});
