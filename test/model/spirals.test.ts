import { beforeAll, describe, expect, it } from "vitest";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

/*
 * The feedback loops: a shock is simulated with the loop whole and with the loop cut at one mechanism, each
 * against the same world without the shock, under common random numbers. With the loop cut the effect of the
 * shock must shrink by more than the 99.9 % interval of the difference of differences, at a fixed seed: a
 * loop without amplification would pass one check in two thousand.
 */
type Values = ReturnType<typeof valuesOf>;

/** Two practices over two years, with money that follows at once, so that a shock is felt within the run. */
const TOWN = [
  "horizon=104 weeks",
  "referral.ramp=0 weeks",
  "funding.reserves=0 weeks",
  "funding.notice=4 weeks",
];

const simulated = new Map<string, Values>();

/** Simulates a world, once for all loops that are held against it. */
function simulate(replications: number, set: readonly string[], timeline: string): Values {
  const key = JSON.stringify([replications, set, timeline]);
  const more = timeline === "" ? "" : `timeline: [${timeline}]\n`;
  const values = simulated.get(key) ?? valuesOf(aScenario([...TOWN, ...set], more), replications);
  simulated.set(key, values);
  return values;
}

/**
 * Gives by how much a shock moves a metric more with the loop whole than with the loop cut, with the
 * interval.
 */
function amplification(
  shock: string,
  set: readonly string[],
  cutAt: string,
  replications = 12,
): (metric: string) => { mean: number; low: number; high: number } {
  const effect = (more: readonly string[]): ((metric: string) => number[]) => {
    const calm = simulate(replications, [...set, ...more], "");
    const shaken = simulate(replications, [...set, ...more], shock);
    return (metric) => shaken(metric).map((value, r) => value - calm(metric)[r]);
  };
  const whole = effect([]);
  const cut = effect([`mechanisms.${cutAt}=off`]);
  return (metric) => difference(cut(metric), whole(metric));
}

const FEWER_PLACES = "{ id: cut, date: 2014-06-01, kind: funding_cut, share: 80 % }";
const MORE_REQUESTS = "{ id: rise, date: 2014-06-01, kind: demand_surge, rise: 60 %, on: [referrals] }";

describe("a spiral", () => {
  it("of absorption: fewer places make long cases, full caseloads and long waits; without absorption they do not", () => {
    const loop = amplification(FEWER_PLACES, ["referral.rate=34 per 1000 a year"], "absorption");
    expect(loop("contacts.per_referral").low).toBeGreaterThan(0);
    expect(loop("caseload.mean").low).toBeGreaterThan(0);
    expect(loop("wait.first_contact.mean").low).toBeGreaterThan(0);
  });

  it("of knowledge: overload takes networking time, links are less often right, and each referral takes more work", () => {
    const loop = amplification(
      "{ id: rise, date: 2014-06-01, kind: demand_surge, rise: 150 %, on: [referrals] }",
      ["referral.rate=22 per 1000 a year", "link_workers.squeeze=100 %"],
      "squeeze",
      48,
    );
    expect(loop("links.right_share").high).toBeLessThan(0);
    expect(loop("contacts.per_referral").low).toBeGreaterThan(0);
  });

  it("of turnover: overload drives link workers away, and vacancies make waits longer", () => {
    const loop = amplification(
      MORE_REQUESTS,
      ["referral.rate=28 per 1000 a year", "turnover.overload=4", "cover.vacancy=90 days"],
      "turnover",
      24,
    );
    expect(loop("posts.left").low).toBeGreaterThan(0);
    expect(loop("wait.first_contact.mean").low).toBeGreaterThan(0);
  });

  it("of dumping: what a statutory service gives up fills charities, and link workers hold and absorb", () => {
    const loop = amplification(
      "{ id: end, date: 2014-06-01, kind: statutory_withdrawal, share: 80 % }",
      ["referral.rate=34 per 1000 a year"],
      "displacement",
    );
    expect(loop("links.held").low).toBeGreaterThan(0);
    expect(loop("contacts.per_referral").low).toBeGreaterThan(0);
    expect(loop("wait.first_contact.mean").low).toBeGreaterThan(0);
  });
});

describe("the balancing loop", () => {
  it("of confidence: GPs refer less to a service that keeps people waiting, so the list grows less, and those kept back are counted", () => {
    const small = "{ id: cap, date: 2014-06-01, kind: caseload_cap, cap: 12 people }";
    const loop = amplification(small, ["referral.rate=34 per 1000 a year"], "confidence");
    expect(loop("waiting_list.mean").high).toBeLessThan(0);
    expect(loop("requests.never_referred").low).toBeGreaterThan(0);
  });
});

describe("the perfect storm (M14)", () => {
  let together: (metric: string) => { low: number; high: number };
  beforeAll(() => {
    const set = ["referral.rate=22 per 1000 a year"];
    const cut = "{ id: cut, date: 2014-06-01, kind: funding_cut, share: 30 % }";
    const surge = "{ id: rise, date: 2014-06-01, kind: demand_surge, rise: 15 % }";
    const [calm, one, other, both] = ["", cut, surge, `${cut}, ${surge}`].map((timeline) =>
      simulate(18, set, timeline),
    );
    together = (metric) =>
      difference(
        one(metric).map((value, r) => value + other(metric)[r] - calm(metric)[r]),
        both(metric),
      );
  });

  it("is worse than the sum of its parts while the service has slack: waits, the list and those who give up", () => {
    expect(together("wait.first_contact.mean").low).toBeGreaterThan(0);
    expect(together("waiting_list.mean").low).toBeGreaterThan(0);
    expect(together("people.gave_up").low).toBeGreaterThan(0);
  });

  it("adds less to a caseload that is nearly full: what is beyond the cap waits or gives up", () => {
    expect(together("caseload.mean").high).toBeLessThan(0);
  });
});
