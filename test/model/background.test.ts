import { describe, expect, it } from "vitest";
import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { endow } from "../../sim/model/mechanisms/funding.ts";
import { openOrganisations } from "../../sim/model/mechanisms/open-door.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

/** Gives the other clients who come to each organisation in a week, by its id and focus. */
function backgroundOf(name: string, set: readonly string[] = []): Map<string, number> {
  const [{ scenario, template }] = loadAll([name], set);
  const w: World = makeWorld(scenario, template);
  w.reset(replicationKey(rootKey("background"), 0));
  endow(w);
  openOrganisations(w);
  // Fewer posts bring fewer organisations, so that a number may stand for one of another focus.
  return new Map(
    w.layout.organisations.map(({ id, focus }, o) => [`${id} ${focus}`, w.organisations.othersPerWeek[o]]),
  );
}

const total = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((sum, x) => sum + x, 0);

describe("other clients", () => {
  it("come to an organisation in the same number however many posts there are", () => {
    const many = backgroundOf("glasgow-2021");
    const few = backgroundOf("glasgow-2021", ["generate.posts=20"]);
    expect(few.size).toBeGreaterThan(500);
    const both = [...few].filter(([id]) => many.has(id));
    expect(both.length).toBeGreaterThan(0.98 * few.size);
    expect(both.filter(([id, perWeek]) => many.get(id) !== perWeek)).toEqual([]);
    expect(total(few)).toBeLessThanOrEqual(total(many));
  });

  it("come under a cut of posts as they come without it", () => {
    expect(backgroundOf("glasgow-2024-cut")).toEqual(backgroundOf("glasgow-2023-70"));
  });

  it("are given: demand and the link workers' share of it come out of the run", () => {
    const busy = valuesOf(aScenario(["referral.ramp=0 weeks"]), 8);
    const quiet = valuesOf(aScenario(["referral.ramp=0 weeks", "referral.rate=5 per 1000 a year"]), 8);
    for (const metric of ["organisation.load", "organisation.linked_share"])
      expect(difference(busy(metric), quiet(metric)).high, metric).toBeLessThan(0);
  });
});
