import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { placeOf } from "../../sim/measures/place-of.ts";
import { runReplication } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";

const SEED = "growth";

/** Gives the metric of a replication, and who is open week by week. */
function simulated(set: readonly string[], more = ""): { growth: number; open: number[] } {
  const { scenario, template } = aScenario(["referral.rate=30 per 1000 a year", ...set], more);
  const simulator = createSimulator(scenario, template, SEED, { detail: "summary" });
  const growth = simulator.run(0).values[placeOf(simulator.plan, "load.growth_in_a_year")];
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey(SEED), 0));
  const { pool, post, pools, posts } = w.tally;
  const total = (column: Float64Array): number => column.reduce((sum, minutes) => sum + minutes, 0);
  const open = Array.from({ length: w.clock.weeks }, (_, week) => {
    const waiting = total(pool.waitingMinutes.subarray(week * pools, (week + 1) * pools));
    return (waiting + total(post.caseloadMinutes.subarray(week * posts, (week + 1) * posts))) / 10_080;
  });
  return { growth, open };
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

describe("the growth of list and caseload in a year", () => {
  it("is that of a quarter's mean, from the quarter a year before", () => {
    const { growth, open } = simulated(["horizon=104 weeks", "warm_up=26 weeks", "referral.ramp=0 weeks"]);
    expect(growth).toBeCloseTo((mean(open.slice(91)) - mean(open.slice(39, 52))) / 52, 9);
  });

  it("leaves out the first half-year of a new service, and the growth of a new programme", () => {
    const fresh = simulated(["horizon=60 weeks", "warm_up=0 weeks", "referral.ramp=0 weeks"]);
    expect(fresh.growth).toBeCloseTo((mean(fresh.open.slice(47)) - mean(fresh.open.slice(26, 39))) / 21, 9);
    const grows = simulated(["horizon=60 weeks", "warm_up=0 weeks", "referral.ramp=30 weeks"]);
    expect(grows.growth).toBeCloseTo((mean(grows.open.slice(47)) - mean(grows.open.slice(30, 43))) / 17, 9);
  });

  it("begins with the last dated change, in halves where little time is left", () => {
    const more = "timeline: [{ id: cap, date: 2014-12-31, kind: caseload_cap, cap: 20 people }]\n";
    const { growth, open } = simulated(["warm_up=0 weeks", "referral.ramp=0 weeks"], more);
    expect(growth).toBeCloseTo((mean(open.slice(46)) - mean(open.slice(39, 45))) / 7, 9);
  });
});
