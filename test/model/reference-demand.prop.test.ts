import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";
import fc from "../support/fast-check.ts";

/** Simulates a service and names everybody of its reference demand, in order. */
function demandOf(set: readonly string[], more = "", seed = "demand"): readonly string[] {
  return peopleOf(run(set, more, seed).demand);
}

function run(set: readonly string[], more: string, seed: string): World {
  const { scenario, template } = aScenario(
    ["mechanisms.benefit=off", "mechanisms.cost=off", "horizon=40 weeks", ...set],
    more,
  );
  const world = makeWorld(scenario, template);
  runReplication(world, replicationKey(rootKey(seed), 0));
  return world;
}

/** Writes out who people are, when they ask and what groups they are in. */
function peopleOf({ length, columns }: Pick<World["demand"], "length" | "columns">): readonly string[] {
  return Array.from({ length }, (_, i) => {
    const { requestedAt, practice, register, quintile, sex, ageBand, crisis } = columns;
    const who = [requestedAt, practice, register, quintile, sex, ageBand, crisis].map((column) => column[i]);
    return who.join(" ");
  }).sort();
}

/** Changes of posts, places and rules, a few of each. */
const LEVERS = [
  "posts_cut, to: 0",
  "posts_cut, to: 1, by_attrition: true, announced: 2014-04-05",
  "posts_cut, posts: [post-practice-2]",
  "posts_cut, to_fte: 0.7",
  "posts_added, posts: [{ id: new, practice: practice-1, fte: 0.6 }]",
  "posts_moved, posts: [post-practice-2], practice: practice-1",
  "posts_shared, practices: [practice-1, practice-2]",
  "hours_changed, posts: [post-practice-2], fte: 0.2",
  "absence, post: post-practice-1, until: 2015-01-12, list: waits",
  "caseload_cap, cap: 3 people",
  "contact_policy, first: 45 minutes, gap: 9 days",
  "triage, order: crisis_first",
  "funding_cut, share: 70 %",
  "closure, types: [statutory]",
  "statutory_withdrawal, share: 55 %",
  "integration_support, by: 30 %",
  "employment, by: health_service",
];

/** Draws services that differ in posts, places and rules, and not in how many ask. */
const services = fc.record({
  set: fc
    .record({
      fte: fc.constantFrom("0.2", "0.6", "1"),
      cap: fc.constantFrom("1 person", "20 people", "none"),
      limit: fc.constantFrom("none", "1 person", "5 people"),
      places: fc.integer({ min: 1, max: 40 }),
      returns: fc.constantFrom("0 %", "60 %"),
      order: fc.constantFrom("fifo", "crisis_first"),
      onSite: fc.constantFrom("0 %", "50 %", "100 %"),
      onOrOff: fc.subarray([
        "mechanisms.confidence=off",
        "mechanisms.integration=off",
        "mechanisms.uptake=off",
        "mechanisms.presence=on",
        "mechanisms.turnover=off",
      ]),
    })
    .map(({ fte, cap, limit, places, returns, order, onSite, onOrOff }) => [
      `link_workers.fte=${fte}`,
      `link_workers.caseload_cap=${cap}`,
      `waiting_list.limit=${limit}`,
      `organisations.types.local.places=${places} places`,
      `referral.returns.chance=${returns}`,
      `waiting_list.order=${order}`,
      `referral.on_site=${onSite}`,
      ...onOrOff,
    ]),
  levers: fc.subarray(LEVERS, { maxLength: 4 }),
});

const timeline = (levers: readonly string[]): string =>
  levers.length === 0
    ? ""
    : `timeline:\n${levers
        .map((lever, n) => `  - { id: lever-${n}, date: 2014-0${5 + n}-16, kind: ${lever} }\n`)
        .join("")}`;

describe("the reference demand", () => {
  const own = demandOf([]);

  it("is the same, to the person, in every world of other posts, places and rules", () => {
    expect(own.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(services, ({ set, levers }) => {
        expect(demandOf(set, timeline(levers))).toEqual(own);
      }),
      { numRuns: 40 },
    );
  });

  it("is who is referred where every practice has a post, nobody comes back and GPs hear nothing", () => {
    const world = run(["mechanisms.confidence=off", "referral.returns.chance=0", "warm_up=9 weeks"], "", "5");
    const { columns, length } = world.episodes;
    const { startMinute } = world.clock;
    const referred = peopleOf({
      length,
      columns: { ...columns },
    }).filter((person) => Number(person.split(" ")[0]) >= startMinute);
    expect(world.tally.pool.alreadyOpen.some((count) => count > 0)).toBe(false);
    expect(peopleOf(world.demand)).toEqual(referred);
  });

  it("rises and falls with what moves the rate itself: surges, lists, deprivation, the ramp", () => {
    const rise =
      "timeline: [{ id: rise, date: 2014-06-02, kind: demand_surge, rise: 60 %, on: [referrals] }]\n";
    const more = demandOf([], rise);
    expect(more.length).toBeGreaterThan(own.length);
    expect(own.filter((person) => !more.includes(person))).toEqual([]);
    const fewer = demandOf(["referral.relative_rate=[1, 0, 0, 0, 0]"]);
    expect(new Set(fewer.map((person) => person.split(" ")[3]))).toEqual(new Set(["0"]));
    expect(demandOf(["referral.ramp=0 weeks"]).length).toBeGreaterThan(own.length);
  });

  it("is there in a service that nobody is ever referred to", () => {
    const nobody = run(
      ["link_workers.fte=0.2"],
      timeline(["posts_cut, to: 0"]).replace("05-16", "04-02"),
      "demand",
    );
    expect(nobody.episodes.length).toBe(0);
    expect(peopleOf(nobody.demand)).toEqual(own);
  });
});
