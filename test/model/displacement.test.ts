import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { KINDS } from "../../sim/model/kinds.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { FOCUSES } from "../../sim/words/focuses.ts";
import { ORGANISATION_TYPES } from "../../sim/words/organisation-types.ts";
import { aScenario } from "../support/a-scenario.ts";

const WITHDRAWAL = "timeline: [{ id: w, date: 2014-04-02, kind: statutory_withdrawal, share: 50 % }]\n";
/** Nobody is linked and no charity opens or closes, so all who come are other clients. */
const OTHERS_ALONE = ["referral.rate=0 per 1000 a year", "mechanisms.funding=off", "horizon=80 weeks"];

function run(set: readonly string[], replication: number): World {
  const { scenario, template } = aScenario([...OTHERS_ALONE, ...set], WITHDRAWAL);
  const world = makeWorld(scenario, template);
  runReplication(world, replicationKey(rootKey("displacement"), replication));
  return world;
}

/** Counts who came to organisations of some types, those on their way to the next intake among them. */
function came(w: World, types: readonly string[]): number {
  let count = 0;
  w.tally.organisation.arrivals.forEach((arrivals, at) => {
    if (types.includes(ORGANISATION_TYPES[Math.floor((at % KINDS) / FOCUSES.length)])) count += arrivals;
  });
  w.layout.organisations.forEach(({ type }, o) => {
    if (types.includes(type))
      count += w.organisations.extraArrivals[o] + w.organisations.extraCrisisArrivals[o];
  });
  return count;
}

describe("displaced people", () => {
  it("are taken from the service that turned them away, person for person", () => {
    let displaced = 0;
    for (let replication = 0; replication < 8; replication++) {
      const kept = run(["organisations.displaced=0 %"], replication);
      const moved = run(["organisations.displaced=60 %"], replication);
      const gained = came(moved, ["local", "city_wide"]) - came(kept, ["local", "city_wide"]);
      const lost = came(kept, ["statutory"]) - came(moved, ["statutory"]);
      expect(gained).toBe(lost);
      expect(came(moved, ["national"])).toBe(came(kept, ["national"]));
      displaced += lost;
    }
    expect(displaced).toBeGreaterThan(1000);
  });

  it("leave the service a shorter queue than it would have", () => {
    const kept = run(["organisations.displaced=0 %"], 0);
    const moved = run(["organisations.displaced=60 %"], 0);
    const queued = (w: World): number =>
      w.layout.organisations.reduce(
        (sum, { type }, o) => sum + (type === "statutory" ? w.organisations.othersQueued[o] : 0),
        0,
      );
    expect(queued(moved)).toBeLessThan(0.8 * queued(kept));
  });
});
