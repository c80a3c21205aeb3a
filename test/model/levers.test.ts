import { describe, expect, it } from "vitest";
import { createSimulator, makeWorld } from "../../sim/experiment/simulator.ts";
import { ENDED } from "../../sim/model/events.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import type { ScenarioError } from "../../sim/scenario/problem.ts";
import { scenarioFrom } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

/*
 * Levers: each dated action changes what it says from its day on and nothing before. Paired differences over
 * 16 replications at a fixed seed, beyond their 99.9 % interval: a lever without effect would pass one check
 * in two thousand.
 */
const REPLICATIONS = 16;

const town = (timeline = "", set: readonly string[] = []): ReturnType<typeof scenarioFrom> =>
  scenarioFrom(
    `name: town
start: 2014-04-02
horizon: 52 weeks
data: { organisation_template: organisations.csv }
practices:
  - { id: practice-1, list_size: 4000, region: glasgow }
  - { id: practice-2, list_size: 6000, region: glasgow, most_deprived: 50 % }
  - { id: practice-3, list_size: 5000, region: glasgow }
organisations:
  generate: { local_per_practice: 14, posts_per_city_wide: 1, posts_per_statutory: 1 }
referral: { ramp: 0 weeks }
timeline: [${timeline}]
`,
    set,
  );

function simulate(timeline: string): World {
  const { scenario, template } = town(timeline);
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey("levers"), 0));
  return w;
}

type Values = ReturnType<typeof valuesOf>;
const simulated = new Map<string, Values>();

/** Simulates a town, once for all levers that are held against it. */
function of(timeline: string, set: readonly string[] = []): Values {
  const key = JSON.stringify([timeline, set]);
  const values = simulated.get(key) ?? valuesOf(town(timeline, set), REPLICATIONS);
  simulated.set(key, values);
  return values;
}
const base = of("");
/** Nobody leaves a post: a vacancy makes waits so uneven that a lever would have to be run more often. */
const calm = ["turnover.link_worker=0 a year"];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("a cut of posts", () => {
  const cut = (more: string): string => `{ id: cut, date: 2014-10-01, kind: posts_cut, ${more} }`;

  it("by the smallest list ends that list's people with the post, and counts them on the day", () => {
    const w = simulate(cut("to: 2"));
    const e = w.episodes.columns;
    const [day] = w.timeline.minute;
    const ended = Array.from({ length: w.episodes.length }, (_, r) => r).filter(
      (r) => e.reason[r] === ENDED.post_ended,
    );
    expect(ended.length).toBeGreaterThan(5);
    expect(ended.every((r) => e.endedAt[r] === day && e.practice[r] === 0)).toBe(true);
    expect(sum(Array.from(w.tally.pool.closingList))).toBeGreaterThan(0);
    expect(sum(Array.from(w.tally.pool.closingList))).toBeLessThanOrEqual(ended.length);
    for (let r = 0; r < w.episodes.length; r++)
      expect(e.practice[r] === 0 && e.requestedAt[r] > day).toBe(false);
  });

  it("of the least deprived takes the practice with fewest people in quintile 1", () => {
    const w = simulate(cut("to: 2, rule: least_deprived"));
    expect([...w.staffing.isFunded]).toEqual([1, 0, 1]);
  });

  it("by lot is the same in every run of a seed, and differs between replications", () => {
    const { scenario, template } = town(cut("to: 1, rule: drawn"));
    const w = makeWorld(scenario, template);
    const left = Array.from({ length: 12 }, (_, r) => {
      runReplication(w, replicationKey(rootKey("lot"), r));
      return [...w.staffing.isFunded].join("");
    });
    expect(new Set(left).size).toBeGreaterThan(1);
    runReplication(w, replicationKey(rootKey("lot"), 0));
    expect([...w.staffing.isFunded].join("")).toBe(left[0]);
  });

  it("that spreads what is left ends nobody: those of the lost post head the list that they are joined to", () => {
    const w = simulate(cut("to: 2, rule: spread"));
    const e = w.episodes.columns;
    expect(sum(Array.from(w.tally.pool.closingList))).toBeGreaterThan(0);
    for (let r = 0; r < w.episodes.length; r++) expect(e.reason[r]).not.toBe(ENDED.post_ended);
    expect(w.staffing.practicesOf.map((practices) => practices.length).sort()).toEqual([0, 1, 2]);
    const wait = "wait.first_contact.mean";
    const busy = [...calm, "referral.rate=35 per 1000 a year"];
    const after = of(cut("to: 2, rule: spread"), busy);
    expect(difference(of("", busy)(wait), after(wait)).low).toBeGreaterThan(0);
  });

  it("changes nothing before its day", () => {
    const one = simulate("");
    const other = simulate(cut("to: 0"));
    const [day] = other.timeline.minute;
    for (let r = 0; r < one.episodes.length; r++) {
      if (one.episodes.columns.requestedAt[r] >= day) break;
      expect(other.episodes.columns.firstContactAt[r]).toBe(
        one.episodes.columns.firstContactAt[r] < day ? one.episodes.columns.firstContactAt[r] : -1,
      );
    }
  });

  it("by attrition ends posts only as their holders leave", () => {
    const leaving = ["turnover.link_worker=3 a year"];
    const gone = of(cut("to: 1, by_attrition: true"), leaving);
    expect(gone("posts.end").every((posts) => posts >= 1 && posts <= 3)).toBe(true);
    expect(difference(of("", leaving)("posts.end"), gone("posts.end")).high).toBeLessThan(0);
    expect(of(cut("to: 1, by_attrition: true"), ["mechanisms.turnover=off"])("posts.end")).toEqual(
      base("posts.end"),
    );
  });

  it("makes link workers leave more often once it is announced", () => {
    const often = ["turnover.link_worker=1 a year", "turnover.announced=3"];
    const quiet = of(`{ id: cut, date: 2015-03-30, kind: posts_cut, to: 2 }`, often);
    const told = of(`{ id: cut, date: 2015-03-30, kind: posts_cut, to: 2, announced: 2014-06-02 }`, often);
    expect(difference(quiet("posts.left"), told("posts.left")).low).toBeGreaterThan(0);
  });

  it("charges only funded time", () => {
    const w = of(`{ id: cut, date: 2014-10-01, kind: posts_cut, to: 0 }`);
    expect(w("cost.posts")[0] / base("cost.posts")[0]).toBeCloseTo(182 / 364, 6);
  });
});

describe("posts", () => {
  it("that are added begin on their day and shorten waits", () => {
    const busy = [...calm, "referral.rate=40 per 1000 a year"];
    const more = of(
      "{ id: more, date: 2014-07-01, kind: posts_added, posts: [{ id: extra, practice: practice-2 }] }",
      busy,
    );
    expect(more("posts.end")[0]).toBe(4);
    expect(more("caseload.mean", "link_worker", "extra").every((people) => people > 0)).toBe(true);
    const wait = "wait.first_contact.mean";
    expect(difference(of("", busy)(wait), more(wait)).high).toBeLessThan(0);
  });

  it("that move leave their people behind", () => {
    const w = simulate(
      "{ id: go, date: 2014-10-01, kind: posts_moved, posts: [post-practice-1], practice: practice-2 }",
    );
    expect(w.staffing.postsOf.map((posts) => posts.length)).toEqual([0, 2, 1]);
    expect(w.episodes.columns.reason.includes(ENDED.post_ended)).toBe(true);
  });

  it("that are shared serve one list", () => {
    const w = simulate(
      "{ id: one, date: 2014-10-01, kind: posts_shared, practices: [practice-1, practice-2, practice-3] }",
    );
    expect(w.staffing.postsOf[0]).toEqual([0, 1, 2]);
    expect(w.pools.waitingCount[1] + w.pools.waitingCount[2]).toBe(0);
  });

  it("are refused where there is no such post or practice, with the nearest name", () => {
    const { scenario, template } = town(
      "{ id: go, date: 2014-10-01, kind: posts_moved, posts: [post-practice-9], practice: practice-22 }",
    );
    let refused: unknown;
    try {
      makeWorld(scenario, template);
    } catch (failure) {
      refused = failure;
    }
    expect((refused as ScenarioError).problems.map(({ path, found }) => `${path} ${found}`)).toEqual([
      'timeline[go].posts "post-practice-9"',
      'timeline[go].practice "practice-22"',
    ]);
  });

  it.each([
    ["kind: posts_cut", "none of posts, to and to_fte"],
    ["kind: posts_moved, posts: [a]", "neither practice nor pool"],
    [
      "kind: posts_cut, to: 1, rule: spread, by_attrition: true",
      "spread, where chance or names say which posts go",
    ],
  ])("refuses %s", (action, found) => {
    let refused: unknown;
    try {
      town(`{ id: x, date: 2014-10-01, ${action} }`);
    } catch (failure) {
      refused = failure;
    }
    expect((refused as ScenarioError).problems[0].found).toBe(found);
  });
});

describe("a change of policy", () => {
  const from = (action: string): string => `{ id: new, date: 2014-06-02, ${action} }`;
  const full = ["referral.rate=60 per 1000 a year"];
  const fullBase = of("", full);
  it.each([
    ["caseload_cap, cap: 12 people", "caseload.peak", -1, []],
    ["contact_policy, at_most: 3 contacts", "contacts.per_referral", -1, []],
    ["contact_policy, follow_up: 60 minutes", "utilisation.casework", 1, []],
    ["contact_policy, gap: 28 days", "contacts.per_referral", -1, []],
    ["contact_policy, telephone: 60 %", "utilisation.casework", -1, []],
    ["contact_policy, group: 60 %", "utilisation.casework", -1, []],
    [
      "contact_policy, reserved: 50 %",
      "wait.first_contact.mean",
      -1,
      [...full, ...calm, "link_workers.caseload_cap=none"],
    ],
    ["hours_changed, posts: [post-practice-2], fte: 0.3", "hours.casework", -1, calm],
    ["absence, post: post-practice-2, until: 2015-02-02", "hours.casework", -1, calm],
    ["protected_networking, share: 100 %", "hours.networking", 1, full],
    ["handover, ties: 70 %, patients: 100 %", "links.held", -1, ["turnover.link_worker=2 a year"]],
    ["fill_vacancies, vacancy: 5 days", "posts.vacant_share", -1, ["turnover.link_worker=2 a year"]],
    ["agreement, types: [statutory]", "links.calls", -1, []],
    ["grant, amount: 400000 GBP", "organisations.places_gained", 1, []],
    ["integration_support, by: 40 %", "integrated.share", 1, []],
    ["employment, by: health_service", "hours.networking", -1, []],
    ["statutory_withdrawal, share: 60 %", "organisations.places", -1, []],
  ] as const)("%s moves %s", (action, metric, direction, set) => {
    const before = set === full ? fullBase : set.length === 0 ? base : of("", set);
    const moved = difference(before(metric), of(from(`kind: ${action}`), set)(metric));
    if (direction > 0) expect(moved.low).toBeGreaterThan(0);
    else expect(moved.high).toBeLessThan(0);
  });

  it("longer grants come up for renewal less often, so fewer organisations close within the run", () => {
    const many = ["organisations.generate.local_per_practice=60", "horizon=104 weeks"];
    const closed = (values: Values): number[] => values("organisations.closed");
    const longer = of(from("kind: grant_cycle, length: 156 weeks"), many);
    expect(difference(closed(of("", many)), closed(longer)).high).toBeLessThan(0);
  });

  it("crisis first shortens the wait of people in a crisis", () => {
    const wait = (values: Values): number[] => values("wait.first_contact.mean", "crisis", "yes");
    const late = ["link_workers.caseload_cap=8 people"];
    const first = of(from("kind: triage, order: crisis_first"), late);
    expect(difference(wait(of("", late)), wait(first)).high).toBeLessThan(0);
  });

  it("is forgotten at the next replication", () => {
    const { scenario, template } = town(from("kind: employment, by: health_service"));
    const simulator = createSimulator(scenario, template, "1");
    const first = simulator.run(0).values;
    simulator.run(1);
    expect(simulator.run(0).values).toEqual(first);
  });
});
