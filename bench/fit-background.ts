import { loadAll } from "../cli/scenarios/load-scenarios.ts";
import { createSimulator } from "../sim/experiment/simulator.ts";
import { ORGANISATION_TYPES, type OrganisationType } from "../sim/words/organisation-types.ts";

/**
 * Fits the other clients of organisations (`organisations.types.*.background`) of a base scenario: without
 * dated changes and drift, the demand on the places of each type at the end of the run, with what link
 * workers, self-help and displacement add, is what the register takes it to be. Prints the lines to keep in
 * the scenario; its alternatives inherit them. `npm run fit:background -- glasgow-2021`, or with other names.
 */
const NAMES = process.argv.length > 2 ? process.argv.slice(2) : ["glasgow-pilot", "glasgow-2021"];
const REPLICATIONS = 24;
const ROUNDS = 3;

/**
 * Demand over places that the register holds for the start (A-load-local, A-load-city, A-load-statutory), and
 * weeks of standing wait (A-wait-city, O25): who gives up in it comes on top.
 */
const TARGETS: Readonly<Record<OrganisationType, { readonly load: number; readonly waitWeeks: number }>> = {
  local: { load: 0.85, waitWeeks: 0 },
  city_wide: { load: 0.95, waitWeeks: 3 },
  national: { load: 0.97, waitWeeks: 5 },
  statutory: { load: 0.98, waitWeeks: 5 },
};
const MINUTES_PER_WEEK = 7 * 24 * 60;
const NO_DRIFT = ORGANISATION_TYPES.map((type) => `funding.types.${type}.drift=0 % a year`);

for (const name of NAMES) fitScenario(name);

function fitScenario(name: string): void {
  const [{ scenario: start }] = loadAll([name], NO_DRIFT);
  const leave = start.organisations.leave_queue / MINUTES_PER_WEEK;
  const background = ORGANISATION_TYPES.map((type) => start.organisations.types[type].background);
  for (let round = 0; round < ROUNDS; round++) {
    const { load, linked } = measure(name, background);
    console.log(`${name}, round ${round + 1}`);
    for (const [t, type] of ORGANISATION_TYPES.entries()) {
      const target = TARGETS[type].load + TARGETS[type].waitWeeks / leave;
      console.log(
        `  ${type}: background ${percent(background[t])}, demand ${percent(load[t])} ` +
          `of ${percent(target)}, link workers' share ${percent(linked[t])}`,
      );
      background[t] += target - load[t];
    }
  }
  console.log(`organisations:\n  types:`);
  for (const [t, type] of ORGANISATION_TYPES.entries())
    console.log(`    ${type}:\n      background: ${percent(background[t])}`);
}

/** Gives the demand on places of each type at the end, and the share of it that link workers sent. */
function measure(
  name: string,
  background: readonly number[],
): { readonly load: readonly number[]; readonly linked: readonly number[] } {
  const set = ORGANISATION_TYPES.map(
    (type, t) => `organisations.types.${type}.background=${100 * background[t]} %`,
  );
  const [{ scenario, template }] = loadAll([name], [...NO_DRIFT, ...set]);
  const simulator = createSimulator({ ...scenario, timeline: [] }, template, "background");
  const results = Array.from({ length: REPLICATIONS }, (_, r) => simulator.run(r).values);
  const mean = (metric: string, type: OrganisationType): number => {
    const at = simulator.plan.metrics.findIndex((key) => key.metric === metric && key.group === type);
    return results.reduce((sum, values) => sum + values[at], 0) / REPLICATIONS;
  };
  return {
    load: ORGANISATION_TYPES.map((type) => mean("organisation.load", type)),
    linked: ORGANISATION_TYPES.map((type) => mean("organisation.linked_share", type)),
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
