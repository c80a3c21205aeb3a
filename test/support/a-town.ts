import type { Runnable } from "../../sim/experiment/execution-options.ts";
import { scenarioFrom } from "./a-scenario.ts";

/** Loads a town of two practices, in which every kind of dated action is felt, under a timeline in YAML. */
export const aTown = (timeline: string, set: readonly string[] = []): Runnable =>
  scenarioFrom(
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
    set,
  );
