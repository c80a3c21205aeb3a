import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { KINDS } from "../../sim/model/kinds.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { slope } from "../../sim/stats/slope.ts";
import { ORGANISATION_TYPES } from "../../sim/words/organisation-types.ts";

const ROOT = rootKey("stationary");
const WEEKS_A_YEAR = 365.25 / 7;
export const NO_DRIFT = ORGANISATION_TYPES.map((type) => `funding.types.${type}.drift=0 % a year`);

/** What must stay as it is in a service to which nothing happens. */
export const STAYS = [
  "places",
  "waits at organisations",
  "waiting at organisations",
  "waiting lists and caseloads",
] as const;
type Stays = (typeof STAYS)[number];

/** Loads a scenario without dated changes and drift of income, measured for eight years. */
export function undisturbed(name: string, set: readonly string[] = []): World {
  const [{ scenario, template }] = loadAll([name], [...NO_DRIFT, "horizon=417 weeks", ...set]);
  return makeWorld({ ...scenario, timeline: [] }, template);
}

/** Simulates a replication and gives the slope of each series over its weeks, in per cent of its mean a year. */
export function trendsOf(w: World, replication: number): Readonly<Record<Stays, number>> {
  runReplication(w, replicationKey(ROOT, replication));
  const { tally } = w;
  const part = (column: Float64Array, each: number) => (week: number) =>
    total(column.subarray(week * each, (week + 1) * each));
  const trend = (of: (week: number) => number): number => {
    const series = Array.from({ length: w.clock.weeks }, (_, week) => of(week));
    const level = total(series) / series.length;
    return ((slope(series)?.slope ?? Number.NaN) * WEEKS_A_YEAR * 100) / level;
  };
  const waiting = part(tally.pool.waitingMinutes, tally.pools);
  const open = part(tally.post.caseloadMinutes, tally.posts);
  return {
    places: trend(part(tally.organisation.places, KINDS)),
    "waits at organisations": trend((week) =>
      meanOf(tally.expectedWeeks.subarray(week * tally.organisations, (week + 1) * tally.organisations)),
    ),
    "waiting at organisations": trend(part(tally.organisation.queued, KINDS)),
    "waiting lists and caseloads": trend((week) => waiting(week) + open(week)),
  };
}

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, x) => sum + x, 0);

/** Gives the mean of the numbers that are there. */
function meanOf(values: Float64Array): number {
  const there = values.filter((value) => !Number.isNaN(value));
  return total(there) / there.length;
}
