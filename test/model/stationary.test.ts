import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { NO_DRIFT, STAYS, trendsOf, undisturbed } from "../../bench/undisturbed/trends.ts";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { HAPPENED } from "../../sim/model/events.ts";
import { Journal } from "../../sim/model/journal.ts";
import { endow } from "../../sim/model/mechanisms/funding.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { aScenario } from "../support/a-scenario.ts";

const ROOT = rootKey("stationary");

function worldOf(set: readonly string[], more = ""): World {
  const { scenario, template } = aScenario([...NO_DRIFT, ...set], more);
  return makeWorld(scenario, template);
}

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, x) => sum + x, 0);

/** Gives the places on the first day, summed over organisations, in some replications. */
function placesAtStart(w: World, replications: number): number[] {
  return Array.from({ length: replications }, (_, r) => {
    w.reset(replicationKey(ROOT, r));
    endow(w);
    return total(w.organisations.places);
  });
}

describe("the start of generated organisations", () => {
  it("has on average the places that the scenario states", () => {
    const w = worldOf([]);
    const stated = total(w.organisations.placesAtStart);
    const totals = placesAtStart(w, 400);
    expect(Math.abs(total(totals) / totals.length / stated - 1)).toBeLessThan(0.01);
    // Grants that were lost, and slots that are vacant: no start is like the other.
    expect(new Set(totals).size).toBeGreaterThan(100);
  });

  it("is worked out only for generated ones: a named one starts as given", () => {
    const w = worldOf([
      "organisations.generate=none",
      "organisations.members=[{ id: a, type: local, focus: work, locality: practice-1, places: 9 places }, " +
        "{ id: b, type: city_wide, focus: work, places: 50 places }]",
    ]);
    expect(new Set(placesAtStart(w, 20))).toEqual(new Set([59]));
  });

  it("without funding has the stated places to one", () => {
    const w = worldOf(["mechanisms.funding=off"]);
    expect(new Set(placesAtStart(w, 5))).toEqual(new Set([total(w.organisations.placesAtStart)]));
  });
});

/** A pilot-sized service without dated changes, whose warm-up is long enough for all that it starts from. */
const PILOT = ["warm_up=208 weeks", "referral.ramp=0 weeks"];
const REPLICATIONS = 48;
/** All four intervals hold together in 99 % of samples. */
const CONFIDENCE = 1 - 0.01 / 4;
/** Of `npm run undisturbed`: a row a replication of glasgow-2021 with its own warm-up, a trend each. */
const kept = z
  .array(z.array(z.number()).length(STAYS.length))
  .parse(JSON.parse(readFileSync("bench/undisturbed/kept.json", "utf8")));

describe("an undisturbed service", () => {
  it("stays as it is: places, waits and lists have no trend that matters over eight years", () => {
    const w = undisturbed("glasgow-pilot", PILOT);
    const trends = Array.from({ length: REPLICATIONS }, (_, r) => trendsOf(w, r));
    for (const name of STAYS) {
      const { ciLow, ciHigh } = meanInterval(
        trends.map((of) => of[name]),
        CONFIDENCE,
      );
      // Not surely beyond the limit, and known so well that a drift of 4 % a year would be. Slots that do not
      // open again take 0.6 % of the places a year.
      const limit = name === "places" ? 0.3 : 1;
      expect(ciLow, name).toBeLessThan(limit);
      expect(ciHigh, name).toBeGreaterThan(-limit);
      expect(Number(ciHigh) - Number(ciLow), name).toBeLessThan(5);
    }
  });

  it("of the size of Glasgow surely moves by under 1 % a year, from the end of its own warm-up", () => {
    expect(kept).toHaveLength(REPLICATIONS);
    STAYS.forEach((name, i) => {
      const { ciLow, ciHigh } = meanInterval(kept.map((row) => row[i]));
      expect(ciLow, name).toBeGreaterThan(-1);
      expect(ciHigh, name).toBeLessThan(1);
    });
  });

  it("is of the model as it is: npm run undisturbed", () => {
    const trends = trendsOf(undisturbed("glasgow-2021"), 0);
    expect(STAYS.map((name) => trends[name])).toEqual(kept[0]);
  });

  it("would move where what is closed does not open again", () => {
    const w = undisturbed("glasgow-pilot", [...PILOT, "funding.reopens=none"]);
    const places = Array.from({ length: 6 }, (_, r) => trendsOf(w, r).places);
    expect(meanInterval(places).ciHigh).toBeLessThan(-0.3);
  });
});

describe("a slot that funding has closed", () => {
  it("opens again as an organisation without ties", () => {
    const w = worldOf([
      "horizon=260 weeks",
      "funding.types.local.renewal=75 %",
      "referral.rate=0 per 1000 a year",
      "networking.visit=100000 minutes",
    ]);
    w.journal = new Journal();
    runReplication(w, replicationKey(ROOT, 1));
    const { what, organisation } = w.journal.copy(w);
    const opened = Array.from(organisation).filter((_, row) => what[row] === HAPPENED.organisation_opened);
    expect(opened.length).toBeGreaterThan(3);
    // Nobody visits, nothing starts: who knew the one before knows nothing of the one that opened.
    for (const o of opened)
      w.layout.edgeOrganisation.forEach((to, edge) => {
        if (to === o) expect(w.beliefs.tie[edge]).toBe(0);
      });
  });

  it("stays closed if `reopens` says so, and if the timeline closed it", () => {
    const none = worldOf(["horizon=260 weeks", "funding.reopens=none"]);
    runReplication(none, replicationKey(ROOT, 2));
    expect(total(none.tally.organisation.opened)).toBe(0);
    const shut = worldOf(
      ["horizon=260 weeks"],
      "timeline: [{ id: end, date: 2014-05-01, kind: closure, types: [local] }]\n",
    );
    runReplication(shut, replicationKey(ROOT, 2));
    shut.layout.organisations.forEach(({ type }, o) => {
      if (type === "local") expect(shut.organisations.isOpen[o]).toBe(0);
    });
  });
});
