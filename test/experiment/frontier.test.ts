import { describe, expect, it } from "vitest";
import type { Executor } from "../../sim/experiment/executor.ts";
import { type FrontierOptions, frontier, type TwoLevers } from "../../sim/experiment/frontier.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import { aScenario } from "../support/a-scenario.ts";
import { erlangC } from "../support/queueing-theory.ts";

const { scenario, template } = aScenario();
const goalOf = (bound: Goal["bound"], target: number): Goal => ({
  metric: "wait",
  ofReferred: null,
  unit: "",
  bound,
  target,
  written: String(target),
});

/** Simulates nothing: a combination has its mean, chance that all share, and some of its own. */
function seek(
  means: readonly (readonly number[])[],
  goal: Goal,
  cost: (first: number, second: number) => number,
  { seed = "1", spread = 0.02, ...options }: FrontierOptions & { readonly spread?: number } = {},
) {
  const { k0, k1 } = rootKey(seed);
  const draw = (r: number, of: number): number => normal(uniform(k0, k1, r, of), 1);
  const none = new Float64Array();
  const executor: Executor = {
    ...ownThread(),
    plan: async () => ({
      scenario: "s",
      weeks: 0,
      metrics: [{ metric: goal.metric, groupBy: "all", group: "all", unit: "" }],
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    }),
    execute: async (job, replications) => {
      const [first, second] = job.scenario.name.split("-").map(Number);
      return replications.map((replication) => ({
        replication,
        events: 0,
        values: Float64Array.of(
          means[first][second] +
            spread * (0.8 * draw(replication, 10_000) + 0.6 * draw(replication, first * 100 + second)),
        ),
        series: none,
        retention: none,
        windowed: none,
      }));
    },
  };
  const levers: TwoLevers = {
    counts: [means.length, means[0].length],
    at: (first, second) => ({ template, scenario: { ...scenario, name: `${first}-${second}` } }),
    priced: cost,
    countsProgramme: false,
    years: 1,
  };
  return frontier(levers, [goal], { executor, seed, ...options });
}

/** Mean wait in M/M/c: Erlang C over c mu - lambda. */
const wait = (servers: number, lambda: number, mu: number): number =>
  erlangC(servers, lambda / mu) / (servers * mu - lambda);

/** Two queues one after the other, lambda 10, mu 1 and 0.5 (Burke 1956: each is an M/M/c by itself). */
const FIRST = Array.from({ length: 10 }, (_, i) => 11 + i);
const SECOND = Array.from({ length: 16 }, (_, i) => 21 + i);
const TANDEM = FIRST.map((one) => SECOND.map((other) => wait(one, 10, 1) + wait(other, 10, 0.5)));
const tandemCost = (first: number, second: number): number => 45 * FIRST[first] + 15 * SECOND[second];
const AT_MOST = goalOf("at most", 0.3);

describe("the frontier over two levers", () => {
  it("finds the cheapest tandem whose mean total wait is at most 0.3: 12 and 26, at 930", async () => {
    const found = await seek(TANDEM, AT_MOST, tandemCost, { within: 0.001 });
    const { cheapest } = found;
    expect(
      cheapest === null ? null : [FIRST[cheapest.first], SECOND[cheapest.second], cheapest.cost],
    ).toEqual([12, 26, 930]);
    expect(found).toMatchObject({ isAll: false, count: 160, falls: [] });
    expect(found.combinations.length).toBeLessThanOrEqual(10 + 16 + 4);
  });

  // Each side wrong with at most 1 %: a right method has fewer than 95 of 100 with a chance of under 2 %.
  it("is right for at least 95 of 100 seeds", async () => {
    let right = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { cheapest } = await seek(TANDEM, AT_MOST, tandemCost, { seed: String(seed), within: 0.001 });
      if (cheapest?.cost === 930 && FIRST[cheapest.first] === 12) right++;
    }
    expect(right).toBeGreaterThanOrEqual(95);
  });

  it("simulates all of few combinations, and takes none to be better for having more", async () => {
    // The second lever does harm at its most; the cheapest that meets the goal has none of it.
    const means = [
      [0.5, 0.7, 0.4],
      [0.6, 0.9, 0.5],
      [0.85, 0.95, 0.6],
    ];
    const found = await seek(means, goalOf("at least", 0.8), (first, second) => 10 * first + 15 * second);
    expect(found).toMatchObject({ isAll: true, count: 9, cheapest: { first: 2, second: 0, cost: 20 } });
    expect(found.falls.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [4, 5],
      [7, 8],
    ]);
    const kept = found.combinations.filter(({ isDominated }) => !isDominated);
    expect(kept.map(({ first, second }) => [first, second])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it("says what does best for a sum, with what may be as good", async () => {
    const means = [
      [0.5, 0.6],
      [0.7, 0.9],
      [0.701, 0.9],
    ];
    const cost = (first: number, second: number): number => 10 * first + 100 * second;
    const found = await seek(means, goalOf("at least", 0.99), cost, { budget: 50, most: 40 });
    expect(found.cheapest).toBeNull();
    expect(found.forBudget?.map(({ first, second }) => [first, second]).sort()).toEqual([
      [1, 0],
      [2, 0],
    ]);
    const sure = await seek(means, goalOf("at least", 0.99), cost, { budget: 110, most: 40 });
    expect(sure.forBudget).toMatchObject([{ first: 1, second: 1, cost: 110 }]);
  });

  it("has no answer where no combination meets the goal", async () => {
    const found = await seek(TANDEM, goalOf("at most", 0), tandemCost);
    expect(found).toMatchObject({ cheapest: null, forBudget: null });
  });
});
