import { describe, expect, it } from "vitest";
import { type Executor, eachAlone } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { allAllocations, countAllocations } from "../../sim/experiment/where/allocations.ts";
import { bestPlaces } from "../../sim/experiment/where/best-places.ts";
import { optionScenario } from "../../sim/experiment/where/option-scenario.ts";
import { naiveAllocation, placesOfAsk } from "../../sim/experiment/where/places.ts";
import { rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

/** A town of so many practices with a full post each, the lists of which grow from the first to the last. */
function town(practices: number) {
  const ids = Array.from({ length: practices }, (_, n) => `p${n}`);
  return scenarioFrom(
    [
      "name: town",
      "start: 2025-04-07",
      "horizon: 52 weeks",
      `practices: [${ids.map((id, n) => `{ id: ${id}, list_size: ${2000 + 100 * n} }`).join(", ")}]`,
      `link_workers: { posts: [${ids.map((id) => `{ id: post-${id}, practice: ${id}, fte: 1 }`).join(", ")}] }`,
      "",
    ].join("\n"),
  );
}

/** What a full-time equivalent at each practice is worth, in people. */
const worth = (post: string): number => 100 + 7 * ((Number(/\d+/.exec(post)?.[0]) * 5) % 11);

/** Simulates nothing: people are what the posts are worth, with chance that all ways share and some of their own. */
function counting(peopleOf: (lost: ReadonlyMap<string, number>) => number, own = 1): Executor {
  const { k0, k1 } = rootKey("where");
  const draw = (r: number, of: number): number => normal(uniform(k0, k1, r, of), 1);
  const none = new Float64Array();
  const metrics = ["all", "quintile"].map((groupBy) => ({
    metric: "people.reached_3",
    groupBy,
    group: groupBy === "all" ? "all" : "1",
    unit: "people",
  }));
  const execute: Executor["execute"] = async ({ scenario }, replications) => {
    const lost = lostIn(scenario);
    const mean = peopleOf(lost);
    const salt = [...lost].reduce(
      (sum, [post, fte]) => sum + fte * 1000 * (1 + Number(/\d+/.exec(post)?.[0])),
      7,
    );
    return replications.map((replication) => {
      const people = mean + 40 * draw(replication, 1) + own * draw(replication, salt);
      const values = Float64Array.of(people, people / 2);
      return { replication, events: 0, values, series: none, retention: none, windowed: none };
    });
  };
  return {
    ...ownThread(),
    execute,
    executeTogether: eachAlone(execute),
    plan: async (job) => ({
      scenario: job.scenario.name,
      weeks: 0,
      metrics,
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    }),
  };
}

function lostIn({ timeline }: Scenario): ReadonlyMap<string, number> {
  return new Map(
    timeline.flatMap((action): [string, number][] => {
      if (action.kind === "posts_cut") return (action.posts ?? []).map((post) => [post, 1]);
      if (action.kind === "hours_changed") return action.posts.map((post) => [post, 1 - action.fte]);
      return [];
    }),
  );
}

const additive = (lost: ReadonlyMap<string, number>): number =>
  [...lost].reduce((sum, [post, fte]) => sum - fte * worth(post), 5000);

describe("where posts are least missed", () => {
  it("has as many ways as are counted", () => {
    for (const capacities of [[2, 2, 1], [1, 1, 1, 1], [3], [0, 2]])
      for (const parts of [0, 1, 2, 3])
        expect(allAllocations(capacities, parts)).toHaveLength(countAllocations(capacities, parts));
  });

  it("is found among all ways, surely where it is clear, and what ties is said", async () => {
    const clear = await bestPlaces(town(6), { kind: "lose", fte: 2 }, { executor: counting(additive) });
    expect(clear).toMatchObject({ isAll: true, ways: 15, tried: 15 });
    // Practices 0 and 9 are worth least, of the six 0 and 3.
    const least = [0, 1, 2, 3, 4, 5].sort((a, b) => worth(`p${a}`) - worth(`p${b}`)).slice(0, 2);
    expect(clear.options[0].allocation).toEqual([0, 1, 2, 3, 4, 5].map((n) => (least.includes(n) ? 1 : 0)));
    expect(clear.options.filter(({ against }) => against.mayBeBest)).toHaveLength(1);
    expect(clear.replications).toBeLessThan(15 * 100);
    const level = await bestPlaces(town(6), { kind: "lose", fte: 2 }, { executor: counting(() => 5000) });
    expect(level.options.filter(({ against }) => against.mayBeBest).length).toBeGreaterThan(10);
  });

  it("is what is best over sets of values in turn, though it is the best in none of them", async () => {
    const [one, two] = ["one", "two"].map((rationale) => {
      const loaded = town(3);
      return { ...loaded, scenario: { ...loaded.scenario, rationale } };
    });
    const missed = { one: [100, 300, 150], two: [300, 100, 150] } as const;
    const simulated: string[] = [];
    const execute: Executor["execute"] = async ({ scenario, ...job }, replications) => {
      const set = scenario.rationale === "one" ? "one" : "two";
      const people = (lost: ReadonlyMap<string, number>): number =>
        [...lost.keys()].reduce((sum, post) => sum - missed[set][Number(post.slice(-1))], 5000);
      if (scenario.name === "town") simulated.push(`${replications} ${set}`);
      return counting(people).execute({ ...job, scenario }, replications);
    };
    const executor = { ...counting(() => 0), execute, executeTogether: eachAlone(execute) };
    const ask = { kind: "lose", fte: 1 } as const;
    const found = await bestPlaces(one, ask, { executor, under: [one, two], replications: 30 });
    expect(found.options[0].allocation).toEqual([0, 0, 1]);
    expect(found.options[0].people.mean).toBeCloseTo(-150, 0);
    expect(simulated.slice(0, 3)).toEqual(["0 one", "1 two", "2 one"]);
    await expect(bestPlaces(one, ask, { executor, under: [one, town(4)] })).rejects.toThrow(
      "sets of values that leave posts as they are",
    );
  });

  it("says ahead how many replications the first look at all ways takes, and never more than there are", async () => {
    const told: number[] = [];
    const onMore = (count: number): void => void told.push(count);
    const found = await bestPlaces(
      town(6),
      { kind: "lose", fte: 2 },
      { executor: counting(additive), onMore, replications: 40 },
    );
    expect(told[0]).toBe(40 + 15 * 16);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(found.replications);
  });

  it("takes parts of posts where they divide what is lost", () => {
    const where = placesOfAsk(town(3), { kind: "lose", fte: 1.5 });
    expect(where).toMatchObject({ part: 0.5, parts: 3, places: [{ capacity: 2 }, {}, {}] });
    const { scenario } = optionScenario(town(3), { kind: "lose", fte: 1.5 }, where, [2, 1, 0]);
    expect([...lostIn(scenario)]).toEqual([
      ["post-p0", 1],
      ["post-p1", 0.5],
    ]);
    expect(naiveAllocation({ kind: "lose", fte: 1.5 }, where)).toEqual([2, 1, 0]);
  });

  it("is sought by steps and swaps where ways are too many, also where two closures bite together", async () => {
    const six = 20 ** 2;
    const together = (lost: ReadonlyMap<string, number>): number =>
      additive(lost) - (lost.has("post-p0") && lost.has("post-p11") ? six : 0);
    for (const people of [additive, together]) {
      const found = await bestPlaces(
        town(20),
        { kind: "lose", fte: 4 },
        { executor: counting(people), replications: 30 },
      );
      expect(found.isAll).toBe(false);
      expect(found.tried).toBeLessThan(found.ways / 10);
      const best = Math.max(
        ...allAllocations(Array<number>(20).fill(1), 4).map((way) =>
          people(new Map(way.flatMap((here, n) => (here > 0 ? [[`post-p${n}`, here] as const] : [])))),
        ),
      );
      const [{ allocation }] = found.options;
      const reached = people(
        new Map(allocation.flatMap((here, n) => (here > 0 ? [[`post-p${n}`, here] as const] : []))),
      );
      expect(reached).toBe(best);
    }
  });

  it("gives new posts to waiting lists, the naive way to those with most people a post", () => {
    const where = placesOfAsk(town(3), { kind: "add", fte: 2 });
    expect(where).toMatchObject({ part: 1, parts: 2 });
    expect(naiveAllocation({ kind: "add", fte: 2 }, where)).toEqual([0, 1, 1]);
    const { scenario } = optionScenario(town(3), { kind: "add", fte: 2 }, where, [0, 0, 2]);
    expect(scenario.timeline).toMatchObject([
      { kind: "posts_added", posts: [{ id: "new-p2", practice: "p2", fte: 1 }, { id: "new-p2-2" }] },
    ]);
  });

  it.each([
    [{ kind: "lose", fte: 4 }, "--lose: found 4.00 full-time equivalents, expected at most the 3.00"],
    [{ kind: "lose", fte: 0.123 }, "in even parts"],
    [{ kind: "lose", fte: 3, part: 0.6 }, "what posts have in parts of 0.6"],
  ] as const)("%j is refused", (ask, message) => {
    expect(() => placesOfAsk(town(3), ask)).toThrow(message);
  });
});
