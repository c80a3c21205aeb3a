import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { Journal } from "../../sim/model/journal.ts";
import { runReplication } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { aScenario, scenarioFrom } from "../support/a-scenario.ts";

const CUTS = `timeline:
  - { id: cut, date: 2014-06-02, kind: funding_cut, types: [local], share: 60 % }
  - { id: withdrawal, date: 2014-07-01, kind: statutory_withdrawal, share: 40 % }
  - { id: surge, date: 2014-08-01, kind: demand_surge, rise: 30 % }
  - { id: fewer, date: 2014-09-03, kind: posts_cut, to: 1, announced: 2014-07-01 }
`;

/** Services of a year that between them meet every mechanism, also those that are off by default. */
const SERVICES: Readonly<Record<string, { readonly set?: readonly string[]; readonly more?: string }>> = {
  "as it is": {},
  cut: { more: CUTS },
  "overrun, with a short list": {
    set: [
      "referral.rate=80 per 1000 a year",
      "waiting_list.limit=10 people",
      "waiting_list.patience=6 weeks",
      "waiting_list.order=crisis_first",
      "contact.crisis_rate=4 a year",
    ],
  },
  "in turmoil, everything on": {
    set: [
      ...["onward", "presence", "fundraising", "reliance"].map((mechanism) => `mechanisms.${mechanism}=on`),
      "warm_up=26 weeks",
      "links.onward=60 %",
      "referral.presence=60 %",
      "turnover.link_worker=300 % a year",
      "turnover.organisation=200 % a year",
      "benefit.effect=0.2",
      "integration.drivers=[1, 0.6]",
    ],
    more: CUTS,
  },
};

/** Three practices of which two share a pool of two posts and one has none; charities that close and grow. */
const POOL = `name: pool
start: 2014-04-02
horizon: 52 weeks
data: { organisation_template: organisations.csv }
practices:
  - { id: east, list_size: 6000, region: glasgow }
  - { id: west, list_size: 5000, region: glasgow }
  - { id: alone, list_size: 4000, region: glasgow }
pools: [{ id: town, practices: [east, west] }]
link_workers: { posts: [{ id: first, pool: town }, { id: second, pool: town, fte: 0.5 }] }
organisations:
  generate: { local_per_practice: 3, posts_per_city_wide: 1, posts_per_statutory: 1 }
mechanisms: { fundraising: on, presence: on }
fundraising: { chance: 400 % a year, from_load: 0.5 }
timeline:
  - { id: close, date: 2014-06-02, kind: closure, types: [local], focuses: [isolation_wellbeing, mental_health] }
  - { id: withdrawal, date: 2014-07-01, kind: statutory_withdrawal, share: 60 % }
`;

const SEED = "small runs";

/** Gives digests of all that happened, event by event, and of all that was measured in one replication. */
function run({ scenario, template }: LoadedScenario): { rows: number; happened: string; measured: string } {
  const w = makeWorld(scenario, template);
  w.journal = new Journal();
  runReplication(w, replicationKey(rootKey(SEED), 0));
  const columns = Object.entries(w.journal.copy(w)).sort(([a], [b]) => (a < b ? -1 : 1));
  const { values, series } = createSimulator(scenario, template, SEED).run(0);
  return {
    rows: w.journal.copy(w).minute.length,
    happened: digest(columns.map(([, column]) => column)),
    measured: digest([values, series]),
  };
}

function digest(arrays: readonly ArrayBufferView[]): string {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of arrays)
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex").slice(0, 16);
}

describe("everything that happens in a year of", () => {
  it.each(Object.entries(SERVICES))("a small service %s is what it was", (_, { set = [], more = "" }) => {
    expect(run(aScenario(set, more))).toMatchSnapshot();
  });

  it("a pool of posts beside a practice without one is what it was", () => {
    expect(run(scenarioFrom(POOL))).toMatchSnapshot();
  });
});
