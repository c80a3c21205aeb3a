import { describe, expect, it } from "vitest";
import type { Executor } from "../../sim/experiment/executor.ts";
import { leastLevel, tippingLevel } from "../../sim/experiment/least-level.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { heldTo, readGoal } from "../../sim/findings/goal.ts";
import { rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import { aScenario } from "../support/a-scenario.ts";

const { scenario, template } = aScenario();
const GOAL = readGoal("no list is overloaded", "--goal");
const MEASURED = ["load.hours", "load.places", "posts.practices", "posts.end"];

/** Loads of lists at a level: of elm on hours, of harbour on places, which has most from level 8 on. */
const elm = (level: number): number => 1.9 - 0.1 * level;
const harbour = (level: number): number => 1.53 - 0.05 * level;

/** Simulates nothing: two lists with these loads and some chance; harbour is closed from a level on. */
function lists(seed: string, closedFrom = 100) {
  const { k0, k1 } = rootKey(seed);
  const plan = {
    ...{ scenario: "s", weeks: 0, series: [], retention: [], windows: [], windowed: [] },
    metrics: ["elm", "harbour"].flatMap((group) =>
      MEASURED.map((metric) => ({ metric, groupBy: "pool", group, unit: "ratio" })),
    ),
  };
  const executor: Executor = {
    ...ownThread(),
    plan: async () => plan,
    execute: async (job, replications) =>
      replications.map((replication) => {
        expect(job.detail).toBe("full");
        const level = Number(job.scenario.name);
        const noise = 0.03 * normal(uniform(k0, k1, replication, level), 1);
        const none = new Float64Array();
        const isOpen = level < closedFrom;
        const values = Float64Array.of(
          ...[elm(level) + noise, 0.2, 1, 1],
          ...[0.1, isOpen ? harbour(level) - noise : 0, 1, isOpen ? 1 : 0],
        );
        return { replication, events: 0, values, series: none, retention: none, windowed: none };
      }),
  };
  const at = (level: number) => ({ template, scenario: { ...scenario, name: String(level) } });
  return { levels: { count: 15, at }, executor };
}

describe("the verdict on lists as a goal", () => {
  it("is met from where neither hours nor places of any list are overloaded", async () => {
    const { levels, executor } = lists("1");
    const { meets, fails } = await leastLevel(levels, [GOAL], { executor });
    expect([meets?.level, fails?.level]).toEqual([11, 10]);
    const against = fails?.goals[0].against;
    expect(against?.bounds.mean).toBeCloseTo(harbour(10), 1);
    expect(against?.bounds.low).toBeGreaterThan(1);
    expect([meets?.goals[0].isSure, fails?.goals[0].isSure]).toEqual([true, true]);
  });

  it("tips there, and is not met where a list is closed", async () => {
    const { levels, executor } = lists("2");
    const { between } = await tippingLevel(levels, [GOAL], { executor });
    expect(between?.map(({ level }) => level)).toEqual([10, 11]);
    const closing = lists("2", 14);
    const found = await leastLevel(closing.levels, [GOAL], { executor: closing.executor });
    expect(found).toMatchObject({
      meets: null,
      tested: [{ level: 14, goals: [{ isMet: false, isSure: true }] }],
    });
  });

  it("is a bound on the load as well, and no standard of a scenario", () => {
    expect(readGoal("load.most_loaded_list <= 90 %", "--goal")).toMatchObject({
      target: 0.9,
      bound: "at most",
    });
    expect(heldTo(scenario, [GOAL]).standards).toEqual(scenario.standards);
  });
});
