import { describe, expect, it } from "vitest";
import type { Job } from "../../sim/experiment/executor.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { Station } from "../../sim/experiment/station.ts";
import { commonPast } from "../../sim/model/common-past.ts";
import { KeptPasts } from "../../sim/model/kept-pasts.ts";
import { neutralise } from "../../sim/model/mechanisms.ts";
import { runReplication } from "../../sim/model/run.ts";
import { Memory } from "../../sim/model/state/memory.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { ACTIONS } from "../../sim/scenario/actions.ts";
import { aScenario } from "../support/a-scenario.ts";
import { aTown } from "../support/a-town.ts";
import { drawnServices, timelineOf } from "../support/drawn-services.ts";
import fc from "../support/fast-check.ts";

const REPLICATIONS = [0, 3];

/** Simulates each job by itself, in a station of its own. */
const alone = (jobs: readonly Job[]) =>
  jobs.map((job) => {
    const station = new Station();
    return REPLICATIONS.map((replication) => structuredClone(station.execute(job, replication)));
  });

function together(jobs: readonly Job[]) {
  const ofJobs = jobs.map((): ReturnType<Station["execute"]>[] => []);
  for (const { job, simulated } of new Station().executeTogether(jobs, REPLICATIONS))
    ofJobs[jobs.indexOf(job)].push(structuredClone(simulated));
  return ofJobs;
}

const keepingFates = (loaded: Parameters<typeof jobOf>[0]): Job =>
  jobOf(loaded, { seed: "together", keepsFates: true });

/** Counts the worlds that go on from the first one's past. */
function countSharing(jobs: readonly Job[]): number {
  const past = commonPast(jobs.map(({ scenario }) => neutralise(scenario)));
  if (past === undefined) return 0;
  const pasts = new KeptPasts(past);
  return jobs.filter(({ scenario, template }) => pasts.admits(makeWorld(scenario, template))).length - 1;
}

describe("worlds that are simulated together", () => {
  it("are the same to the bit as each alone, whatever the services and their timelines are", () => {
    let sharing = 0;
    let worlds = 0;
    const surge = fc.constantFrom(
      "{ id: need, date: 2014-07-14, kind: demand_surge, rise: 20 %, on: [organisations] }",
      "{ id: need, date: 2014-08-11, kind: demand_surge, rise: 20 %, over: 9 weeks }",
    );
    fc.assert(
      fc.property(drawnServices, fc.nat(5), fc.option(surge), ({ set, timeline }, before, more) => {
        const first = timeline.slice(0, before);
        const timelines = [first, timeline, [...first, ...(more === null ? [] : [more])], timeline.slice(1)];
        const jobs = timelines.map((one) => keepingFates(aScenario(set, timelineOf(one))));
        sharing += countSharing(jobs);
        worlds += jobs.length - 1;
        expect(together(jobs)).toEqual(alone(jobs));
      }),
      { numRuns: 12 },
    );
    expect(sharing / worlds).toBeGreaterThan(0.3);
  });

  it.each(ACTIONS.map(({ kind, example }) => [kind, example] as const))(
    "are the same as each alone where they part by an action of kind %s",
    (kind, example) => {
      const town = (timeline: string): Job =>
        keepingFates(aTown(timeline, ["warm_up=8 weeks", "horizon=20 weeks"]));
      const jobs = [town(""), town(`{ id: it, date: 2014-05-01, kind: ${kind}, ${example} }`)];
      expect(together(jobs)).toEqual(alone(jobs));
    },
  );

  it("are grouped by what they have in common, and told of by their own jobs", () => {
    const cut = "{ id: cut, date: 2014-09-01, kind: funding_cut, share: 50 % }";
    const jobs = [
      keepingFates(aScenario([], timelineOf([]))),
      keepingFates(aScenario(["link_workers.fte=0.5"], timelineOf([]))),
      keepingFates(aScenario([], timelineOf([cut]))),
      keepingFates(aScenario(["link_workers.fte=0.5"], timelineOf([cut]))),
    ];
    expect(together(jobs)).toEqual(alone(jobs));
  });

  it("says of which job a replication failed", () => {
    const good = keepingFates(aScenario([], timelineOf([])));
    const practices = good.scenario.practices.map((practice) => ({
      ...practice,
      region: undefined,
      id: "twice",
    }));
    const bad = { ...good, scenario: { ...good.scenario, practices } };
    expect(() => together([good, bad])).toThrow(expect.objectContaining({ job: bad, replication: 0 }));
  });
});

describe("a kept past", () => {
  const cut = "{ id: cut, date: 2014-09-01, kind: funding_cut, share: 50 % }";
  const scenarios = [aScenario([], timelineOf([])), aScenario([], timelineOf([cut]))];
  const past = commonPast(scenarios.map(({ scenario }) => scenario));
  const key = (replication: number) => replicationKey(rootKey("kept"), replication);

  it("is what a world goes on from: from another replication's, it becomes that one", () => {
    if (past === undefined) expect.fail("no past in common");
    const pasts = new KeptPasts(past);
    const [first, second] = scenarios.map(({ scenario, template }) => makeWorld(scenario, template));
    const memory = new Memory();
    const fresh = makeWorld(scenarios[1].scenario, scenarios[1].template, memory);
    expect([pasts.admits(first), pasts.admits(second)]).toEqual([true, true]);
    pasts.run(first, key(0), 0);
    const events = pasts.run(second, key(7), 0);
    expect(events).toBe(runReplication(fresh, key(0)));
    expect(events).not.toBe(runReplication(fresh, key(7)));
  });

  it("ends when the first action that is not shared is made known or takes effect", () => {
    const weeks = (loaded: typeof scenarios) => {
      const found = commonPast(loaded.map(({ scenario }) => scenario));
      return found === undefined ? undefined : { actions: found.actions, day: found.minute / 1440 };
    };
    const [base] = scenarios;
    const under = (...actions: string[]) => aScenario([], timelineOf(actions));
    const closure = "{ id: close, date: 2014-05-05, kind: closure, types: [statutory] }";
    const announced = cut.replace("share", "announced: 2014-06-02, share");
    const warmUp = base.scenario.warm_up / 1440;
    expect(weeks([base, under(cut)])).toEqual({ actions: 0, day: warmUp + 152 });
    expect(weeks([base, under(announced)])).toEqual({ actions: 0, day: warmUp + 61 });
    expect(weeks([under(closure), under(closure, cut)])).toEqual({ actions: 1, day: warmUp + 152 });
    expect(weeks([under(closure), under(cut)])).toEqual({ actions: 0, day: warmUp + 33 });
    expect(weeks([base, aScenario(["link_workers.fte=0.5"], timelineOf([cut]))])).toBeUndefined();
    expect(
      weeks([base, under("{ id: need, date: 2014-09-01, kind: demand_surge, rise: 20 % }")]),
    ).toBeUndefined();
  });
});
