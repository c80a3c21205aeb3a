import { describe, expect, it } from "vitest";
import { drawMembers } from "../../sim/ensemble/drawn-members.ts";
import { failingMembers, failingText } from "../../sim/ensemble/failing-members.ts";
import type { EnsembleMember } from "../../sim/ensemble/members-file.ts";
import { robustLeast, robustTip } from "../../sim/ensemble/robust-level.ts";
import { standingOfMembers } from "../../sim/ensemble/standing-of-members.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import type { Goal } from "../../sim/findings/goal.ts";
import { rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";
import { aScenario } from "../support/a-scenario.ts";

const { scenario, template } = aScenario();
const GOAL: Goal = {
  metric: "engaged.share",
  ofReferred: null,
  unit: "share",
  bound: "at least",
  target: 0.8,
  written: "80 %",
};
const MEMBERS = 30;
const LEVELS = 41;
/** Of member m the mean at a level is 0.6 + level / 100 - its need: it meets the goal from level 20 + 100 need. */
const NEEDS = Array.from({ length: MEMBERS }, (_, m) => 0.005 + 0.01 * ((m * 7) % 15));
const meanOf = (level: number, member: number): number => 0.6 + 0.01 * level - NEEDS[member];

/** Simulates nothing: a replication has the mean of its level and member, and chance, most of it shared. */
function levelsOf(seed: string, spread = 0.005) {
  const { k0, k1 } = rootKey(seed);
  const draw = (n: number, of: number): number => normal(uniform(k0, k1, n, of), 1);
  const key = { metric: GOAL.metric, groupBy: "all", group: "all", unit: "share" };
  const plan = {
    ...{ scenario: "s", weeks: 0, metrics: [key], series: [], retention: [] },
    ...{ windows: [], windowed: [] },
  };
  const executor: Executor = {
    ...ownThread(),
    plan: async () => plan,
    execute: async (job, replications) =>
      replications.map((replication) => {
        const [level, member] = job.scenario.name.split("/").map(Number);
        const noise = spread * (0.8 * draw(replication, 9999) + 0.6 * draw(replication, level * 50 + member));
        const none = new Float64Array();
        const values = Float64Array.of(meanOf(level, member) + noise);
        return { replication, events: 0, values, series: none, retention: none, windowed: none };
      }),
  };
  const at = (level: number, member: number) => ({
    template,
    scenario: { ...scenario, name: `${level}/${member}` },
  });
  return { executor, levels: { count: LEVELS, weights: NEEDS.map(() => 1), at } };
}

/** The least level at which so many members meet the goal: an order statistic of what they need. */
const leastFor = (count: number): number =>
  Math.ceil(20 + 100 * NEEDS.toSorted((a, b) => a - b)[count - 1] - 1e-9);

const least = async (seed: string, share: number) => {
  const { executor, levels } = levelsOf(seed);
  return robustLeast(levels, [GOAL], { executor, share, within: 0.001 });
};

describe("how members stand at levels", () => {
  it("is who meets the goal by its mean, by weight, and between which means it lies", async () => {
    const { executor, levels } = levelsOf("1", 1e-6);
    const weights = levels.weights.map((_, member) => (member === 0 ? 29 : 1));
    const [low, high] = await standingOfMembers({ ...levels, weights }, [23, 40], [GOAL], { executor });
    const meeting = NEEDS.flatMap((_, m) => (meanOf(23, m) >= GOAL.target ? [weights[m]] : []));
    expect(low.met).toBeCloseTo(meeting.reduce((sum, weight) => sum + weight, 0) / 58, 12);
    expect(high.met).toBe(1);
    const means = NEEDS.map((_, m) => meanOf(23, m));
    expect(low.between?.[0]).toBeCloseTo(Math.min(...means), 4);
    expect(low.between?.[1]).toBeCloseTo(Math.max(...means), 4);
    expect([low.level, low.replications]).toEqual([23, 4 * MEMBERS]);
  });
});

describe("the least level at which enough members meet a goal", () => {
  it("is the order statistic of what members need, with a certificate on both sides", async () => {
    const { meets, fails, falls, levels, replications } = await least("1", 0.9);
    expect([meets?.level, fails?.level]).toEqual([leastFor(27), leastFor(27) - 1]);
    expect([meets?.isSure, fails?.isSure]).toEqual([true, true]);
    expect(meets?.met).toBeGreaterThanOrEqual(0.9);
    expect(fails?.met).toBeLessThan(0.9);
    expect([meets?.members.length, fails?.members.length]).toEqual([MEMBERS, MEMBERS]);
    expect(falls).toEqual([]);
    // Levels that surely fail are known by few members, so that not all are simulated everywhere.
    expect(levels.some(({ members }) => members.length < MEMBERS)).toBe(true);
    expect(replications).toBeLessThan(levels.length * MEMBERS * 40);
  });

  // Each side wrong with at most 1 %: a right method has fewer than 19 of 20 right with a chance of 1.7 %.
  it("is right for at least 19 of 20 seeds", async () => {
    let right = 0;
    for (let seed = 1; seed <= 20; seed++)
      if ((await least(String(seed), 0.9)).meets?.level === leastFor(27)) right++;
    expect(right).toBeGreaterThanOrEqual(19);
  });

  it("takes any share of the members", async () => {
    expect((await least("1", 0.5)).meets?.level).toBe(leastFor(15));
    expect((await least("1", 1)).meets?.level).toBe(leastFor(30));
  });

  it("is none where too few do at the most of it, and all of them are looked at there", async () => {
    const { executor, levels } = levelsOf("1");
    const few = { ...levels, count: leastFor(27) };
    const found = await robustLeast(few, [GOAL], { executor, share: 0.9, within: 0.001 });
    expect([found.meets, found.fails]).toEqual([null, null]);
    expect(found.levels).toMatchObject([{ level: few.count - 1, isMet: false }]);
    expect(found.levels[0].members.length).toBe(MEMBERS);
  });

  it("tips where it comes to be met", async () => {
    const { executor, levels } = levelsOf("2");
    const { between } = await robustTip(levels, [GOAL], { executor, share: 0.9, within: 0.001 });
    expect(between?.map(({ level }) => level)).toEqual([leastFor(27) - 1, leastFor(27)]);
  });

  it("counts members by their weights", async () => {
    const { executor, levels } = levelsOf("1");
    // One member that needs the most weighs as much as all the others.
    const hardest = NEEDS.indexOf(Math.max(...NEEDS));
    const weights = NEEDS.map((_, m) => (m === hardest ? MEMBERS - 1 : 1));
    const found = await robustLeast({ ...levels, weights }, [GOAL], { executor, share: 0.9, within: 0.001 });
    expect(found.meets?.level).toBe(leastFor(30));
  });
});

describe("members in which a goal fails", () => {
  it("are told by the parameter that decides, and not by one that does nothing", async () => {
    const members = NEEDS.map(
      (need, m): EnsembleMember => ({
        member: m + 1,
        weight: 1,
        set: [`idle=${(m * 13) % 30}`, `need=${(100 * need).toFixed(1)} people`],
      }),
    );
    const { meets } = await least("1", 0.9);
    const found = meets === null ? null : failingMembers(meets, members);
    expect(
      found?.region.bounds.map(({ side, parameter }) => [found.parameters[parameter].path, side]),
    ).toEqual([["need", "above"]]);
    expect(found).toMatchObject({ failing: MEMBERS - Math.round(30 * (meets?.met ?? 0)) });
    expect(found === null ? "" : failingText(found)).toMatch(
      /^It fails mostly where need is above [\d.]+ people \(\d members, of which it fails in \d\)\.$/,
    );
  });
});

describe("members drawn by weight", () => {
  const ensemble = (weights: readonly number[]): EnsembleMember[] =>
    weights.map((weight, i) => ({ member: i + 1, weight, set: [`a=${i}`] }));

  it("are thirty that differ where all weigh alike, the same for a seed", () => {
    const all = ensemble(new Array<number>(100).fill(0.01));
    const drawn = drawMembers(all, "1");
    expect(drawn.map(({ weight }) => weight)).toEqual(new Array<number>(30).fill(1));
    expect(new Set(drawn.map(({ member }) => member)).size).toBe(30);
    expect(drawMembers(all, "1")).toEqual(drawn);
    expect(drawMembers(all, "2")).not.toEqual(drawn);
  });

  it("are as often drawn as their weight says, up to one, over 200 seeds its share", () => {
    const all = ensemble([...new Array<number>(98).fill(1), 98, 0]);
    let first = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const drawn = drawMembers(all, String(seed));
      expect(drawn.reduce((sum, { weight }) => sum + weight, 0)).toBe(30);
      expect(drawn.find(({ member }) => member === 99)?.weight).toBe(15);
      expect(drawn.some(({ member }) => member === 100)).toBe(false);
      if (drawn.some(({ member }) => member === 1)) first++;
    }
    // Of 200 draws 30.6 have member 1 on the mean (15 of 98); beyond these bounds lie 0.2 % of them.
    expect(first).toBeGreaterThan(14);
    expect(first).toBeLessThan(47);
  });

  it("are all that there are, with their weights, where these are no more", () => {
    expect(drawMembers(ensemble([1, 3, 0]), "1").map(({ weight }) => weight)).toEqual([0.5, 1.5]);
  });
});
