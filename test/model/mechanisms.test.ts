import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { regimeVerdicts } from "../../sim/findings/regime.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

/*
 * Ablations: each mechanism on against off under common random numbers, 16 replications at a fixed seed. The
 * observable of its row must move in the stated direction by more than the 99.9 % interval of the paired
 * difference: a mechanism without effect would pass one check in two thousand.
 */
const REPLICATIONS = 16;
/** Replications of what moves little beside its chance. */
const MANY = 96;
const onOften = valuesOf(aScenario(), MANY);
const on: typeof onOften = (...metric) => onOften(...metric).slice(0, REPLICATIONS);
/** Organisations with standing waits of 14 weeks and more. */
const crowded = ["local", "city_wide", "national", "statutory"].map(
  (type) => `organisations.types.${type}.background=155 %`,
);
const off = (mechanism: string, more = "", set: readonly string[] = []): ReturnType<typeof valuesOf> =>
  valuesOf(aScenario([...set, `mechanisms.${mechanism}=off`], more), REPLICATIONS);

describe("switched off", () => {
  it("referral has no ramp, so more requests come in the first year", () => {
    expect(difference(on("requests.count"), off("referral")("requests.count")).low).toBeGreaterThan(0);
  });

  it("uptake (M2) leaves nobody lost by giving up or declining", () => {
    const without = off("uptake");
    expect(without("lost.share.declined").every((share) => share === 0)).toBe(true);
    expect(difference(on("engaged.share"), without("engaged.share")).low).toBeGreaterThan(0);
  });

  it("contact (M2) has no missed appointments but those of leavers", () => {
    expect(difference(on("dna.share"), off("contact")("dna.share")).high).toBeLessThan(0);
  });

  it("drop-off (M11) lets more people reach three contacts", () => {
    expect(difference(on("reached_3.share"), off("drop-off")("reached_3.share")).low).toBeGreaterThan(0);
  });

  it("matching (M20) picks blindly, so fewer links are right", () => {
    const blind = valuesOf(aScenario(["mechanisms.matching=off"]), MANY)("links.right_share");
    expect(difference(onOften("links.right_share"), blind).high).toBeLessThan(0);
  });

  it("hold-off (M4) holds nothing back, so more links are sent", () => {
    const held = valuesOf(aScenario(crowded), REPLICATIONS);
    const without = off("hold-off", "", crowded);
    expect(difference(held("links.sent"), without("links.sent")).low).toBeGreaterThan(0);
    // What is still held has nobody known to go to.
    expect(difference(held("links.held"), without("links.held")).high).toBeLessThan(0);
  });

  it("bureaucracy (M10) costs no calls and no intake delay at large organisations", () => {
    const without = off("bureaucracy");
    const wait = (of: typeof on): number[] => of("wait.link.mean", "organisation_type", "city_wide");
    expect(difference(wait(on), wait(without)).high).toBeLessThan(0);
    expect(difference(on("links.calls"), without("links.calls")).high).toBeLessThan(0);
  });

  it("open-door (M7) keeps organisations to their places", () => {
    const over = (of: typeof on): number[] => of("organisation.over_places", "organisation_type", "local");
    const without = off("open-door");
    expect(difference(over(on), over(without)).high).toBeLessThan(0);
  });

  it("absorption (M1) closes cases that wait for a place: fewer contacts, smaller caseloads", () => {
    const without = off("absorption");
    expect(difference(on("contacts.per_referral"), without("contacts.per_referral")).high).toBeLessThan(0);
    expect(difference(on("caseload.mean"), without("caseload.mean")).high).toBeLessThan(0);
  });

  it("bounce (M16) gives a failed link up, so fewer links are sent", () => {
    expect(difference(on("links.per_referral"), off("bounce")("links.per_referral")).high).toBeLessThan(0);
  });

  it("funding, shock (M14) keeps every place", () => {
    expect(new Set(off("funding")("organisations.places")).size).toBe(1);
    const cut = "timeline: [{ id: cut, date: 2014-06-01, kind: funding_cut, share: 80 % }]\n";
    const cutShort = valuesOf(aScenario([], cut), REPLICATIONS);
    expect(difference(on("organisations.places"), cutShort("organisations.places")).high).toBeLessThan(0);
    const without = off("shock", cut);
    expect(without("organisations.places")).toEqual(on("organisations.places"));
  });

  it("networking (M20, M23) leaves ties as they were, so links are less often right", () => {
    const without = off("networking");
    expect(difference(on("relationship.mean"), without("relationship.mean")).high).toBeLessThan(0);
    const many = 64;
    const alone = valuesOf(aScenario(["mechanisms.networking=off"]), many)("links.right_share");
    expect(difference(onOften("links.right_share").slice(0, many), alone).high).toBeLessThan(0);
  });

  it("squeeze (M22) leaves networking its hours, however full the caseload", () => {
    const full = ["link_workers.caseload_cap=12 people", "mechanisms.turnover=off"];
    const squeezed = valuesOf(aScenario(full), REPLICATIONS);
    const without = off("squeeze", "", full);
    expect(difference(squeezed("hours.networking"), without("hours.networking")).low).toBeGreaterThan(0);
    expect(difference(squeezed("relationship.mean"), without("relationship.mean")).low).toBeGreaterThan(0);
    expect(difference(squeezed("hours.casework"), without("hours.casework")).high).toBeLessThan(0);
  });

  it("confidence (M31) refers on however long the wait", () => {
    const late = ["link_workers.caseload_cap=5 people"];
    const shaken = valuesOf(aScenario(late), REPLICATIONS);
    const without = off("confidence", "", late);
    expect(difference(shaken("requests.count"), without("requests.count")).low).toBeGreaterThan(0);
    expect(difference(shaken("confidence.mean"), without("confidence.mean")).low).toBeGreaterThan(0);
    expect(without("requests.never_referred").every((count) => count === 0)).toBe(true);
    expect(shaken("requests.never_referred").every((count) => count > 0)).toBe(true);
  });

  it("surge (M14) leaves need as it was", () => {
    const more =
      "timeline: [{ id: rise, date: 2014-07-01, kind: demand_surge, rise: 40 %, over: 8 weeks }]\n";
    const surged = valuesOf(aScenario([], more), REPLICATIONS);
    const load = (of: typeof on): number[] => of("organisation.load");
    expect(difference(on("requests.count"), surged("requests.count")).low).toBeGreaterThan(0);
    expect(difference(load(on), load(surged)).low).toBeGreaterThan(0);
    expect(off("surge", more)("requests.count")).toEqual(on("requests.count"));
  });

  it("displacement (M13) sends nobody from a closed statutory service to charities", () => {
    const more = "timeline: [{ id: close, date: 2014-06-02, kind: closure, types: [statutory] }]\n";
    const arrivals = (of: typeof on): number[] =>
      of("organisation.arrivals", "organisation_type", "city_wide");
    const closed = valuesOf(aScenario([], more), REPLICATIONS);
    expect(difference(arrivals(off("displacement", more)), arrivals(closed)).low).toBeGreaterThan(0);
    expect(arrivals(off("displacement"))).toEqual(arrivals(on));
  });

  it("integration (M25) leaves every practice as it began", () => {
    const without = off("integration");
    expect(without("integrated.share").every((share) => share === 0)).toBe(true);
    expect(difference(on("integrated.share"), without("integrated.share")).high).toBeLessThan(0);
  });

  it("turnover (M17) lets ties live on, and nobody leaves", () => {
    const without = off("turnover");
    expect(difference(on("relationship.mean"), without("relationship.mean")).low).toBeGreaterThan(0);
    expect(without("posts.left").every((left) => left === 0)).toBe(true);
  });

  it("cover (M30) fills a post the day it falls vacant", () => {
    const leaving = ["turnover.link_worker=2 a year", "cover.vacancy=80 days"];
    const many = 64;
    const vacant = valuesOf(aScenario(leaving), many);
    const without = valuesOf(aScenario([...leaving, "mechanisms.cover=off"]), many);
    expect(difference(vacant("posts.vacant_share"), without("posts.vacant_share")).high).toBeLessThan(0);
    expect(
      difference(vacant("wait.first_contact.mean"), without("wait.first_contact.mean")).high,
    ).toBeLessThan(0);
  });

  it("cost has no rows", () => {
    expect(() => off("cost")("cost.total")).toThrow("no metric");
  });
});

describe("absorption", () => {
  it("turns organisations' waits into contacts, which without it they do not", () => {
    const absorbed = difference(
      on("contacts.per_referral"),
      valuesOf(aScenario(crowded), REPLICATIONS)("contacts.per_referral"),
    );
    const dropped = difference(
      off("absorption")("contacts.per_referral"),
      off("absorption", "", crowded)("contacts.per_referral"),
    );
    expect(absorbed.low).toBeGreaterThan(0);
    expect(Math.abs(dropped.mean)).toBeLessThan(absorbed.mean / 4);
  });
});

describe("a rate of referral", () => {
  it("over the ceiling of candidates is refused", () => {
    const { scenario, template } = aScenario(
      ["referral.rate=80 per 1000 a year"],
      "timeline: [{ id: rise, date: 2014-07-01, kind: demand_surge, rise: 80 % }]\n",
    );
    expect(() => makeWorld(scenario, template)).toThrow(ScenarioError);
  });
});

describe("an action", () => {
  it("on an organisation that nobody generated is refused with the nearest name", () => {
    const { scenario, template } = aScenario(
      [],
      "timeline: [{ id: x, date: 2014-09-01, kind: closure, organisations: [glasgow/city-wide-19] }]\n",
    );
    let refused: unknown;
    try {
      makeWorld(scenario, template);
    } catch (failure) {
      refused = failure;
    }
    expect(refused).toBeInstanceOf(ScenarioError);
    expect((refused as ScenarioError).problems[0]).toMatchObject({
      path: "timeline[x].organisations",
      found: '"glasgow/city-wide-19"',
      hint: "Did you mean glasgow/city-wide-1?",
    });
  });
});

describe("a pool of posts", () => {
  const cluster = `pools: [{ id: cluster, practices: [practice-1, practice-2] }]
link_workers:
  posts: [{ id: half, pool: cluster, fte: 0.5 }, { id: whole, pool: cluster }]
`;

  it.each(["40 people", "none"])("shares its people by working time, with a cap of %s", (cap) => {
    const pooled = valuesOf(aScenario([`link_workers.caseload_cap=${cap}`], cluster), 8);
    const caseload = (post: string): number =>
      pooled("caseload.mean", "link_worker", post).reduce((sum, value) => sum + value, 0);
    expect(caseload("whole") / caseload("half")).toBeGreaterThan(1.6);
    expect(caseload("whole") / caseload("half")).toBeLessThan(2.4);
  });

  it("gives part-time posts whole days, so that their hours hold appointments", () => {
    const pooled = valuesOf(aScenario(["referral.rate=60 per 1000 a year"], cluster), 8);
    const used = (post: string): number[] => pooled("utilisation.casework", "link_worker", post);
    used("half").forEach((share, r) => {
      expect(Math.abs(share - used("whole")[r])).toBeLessThan(0.12);
    });
  });
});

describe("a practice without a post", () => {
  it("refers to nobody, is counted as usual care, and gets no verdict on a list that it does not have", () => {
    const { scenario, template } = aScenario(
      [],
      "link_workers: { posts: [{ id: only, practice: practice-1 }] }\n",
    );
    const simulator = createSimulator(scenario, template, "1");
    const results = [simulator.run(0)];
    const usualCare = simulator.plan.metrics.findIndex(
      (key) => key.metric === "requests.usual_care" && key.group === "practice-2",
    );
    expect(results[0].values[usualCare]).toBeGreaterThan(0);
    expect(regimeVerdicts(simulator.plan, results, scenario).map(({ pool }) => pool)).toEqual(["practice-1"]);
  });
});
