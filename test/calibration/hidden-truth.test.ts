import { describe, expect, it } from "vitest";
import type {
  AskedMembers,
  AskedPoint,
  Calibration,
  PointSimulator,
} from "../../sim/calibration/calibrate.ts";
import { remembered, type TriedTruth, tryTruth } from "../../sim/calibration/hidden-truth.ts";
import type { Target } from "../../sim/calibration/targets-file.ts";
import { readVariations, variationOf } from "../../sim/experiment/design/vary.ts";
import { uniformityChance } from "../../sim/stats/uniformity.ts";
import { normals } from "../support/normals.ts";

const parameters = readVariations(
  ["waiting_list.uptake=0.6:1.6", "drop_off.base=-3.5:-1.5"].map(variationOf),
  (problem) => expect(problem).toBeUndefined(),
).map(({ parameter }) => parameter);
const target = (id: string): Target => ({
  ...{
    id,
    metric: id,
    groupBy: "all",
    group: "all",
    window: "whole",
    unit: "",
    value: 0,
    low: -0.1,
    high: 0.1,
  },
  ...{ discrepancy: 0, role: "fitted", source: "", where: { file: "" } },
});
const calibration: Calibration = {
  parameters,
  targets: [target("one"), target("two")],
  seed: "1",
  settings: { waves: 2, points: 20, replications: 8, memberReplications: 16, cutoff: 3, tried: 512 },
};
const SD = 0.05;

/** A model of two smooth outputs with normal chance about them; `bias` shifts what points of waves give. */
function model(bias = 0): { readonly simulate: PointSimulator; readonly asked: AskedPoint[] } {
  const next = normals("truths of a toy");
  const asked: AskedPoint[] = [];
  return {
    asked,
    simulate: (points) => {
      asked.push(...points);
      return Promise.resolve(
        points.map(({ at: [x, y], replications, wave }) =>
          [x + 0.5 * y * y, Math.sin(3 * x) - y].map((value) => {
            const n = replications.length;
            const shift = wave === null ? 0 : bias;
            return { value: value + shift + (SD / Math.sqrt(n)) * next(), variance: (SD * SD) / n };
          }),
        ),
      );
    },
  };
}

async function tryAll(
  simulate: PointSimulator,
  count: number,
  asked?: AskedMembers,
  of = calibration,
): Promise<readonly TriedTruth[]> {
  const tried: TriedTruth[] = [];
  for (let truth = 1; truth <= count; truth++) tried.push(await tryTruth(simulate, of, truth, asked));
  return tried;
}

/** Gives for each parameter the chance that truths stand at least as unevenly among the members. */
async function standingChances(simulate: PointSimulator, count: number): Promise<readonly number[]> {
  const one = { ...calibration, settings: { ...calibration.settings, waves: 1 } };
  const tried = await tryAll(simulate, count, { members: 9, candidates: 200 }, one);
  const standings = tried.flatMap(({ standing }) => (standing === null ? [] : [standing]));
  expect(standings.length).toBeGreaterThanOrEqual(0.8 * count);
  return parameters.map((_, i) => uniformityChance(standings.map((of) => of[i])));
}

const isIn = ({ isRuledOut, isMet }: TriedTruth): boolean => !isRuledOut && isMet;

describe("a hidden truth", () => {
  it("is in for at least 16 of 20, where chance alone moves one in fourteen over the end of a band", async () => {
    const tried = await tryAll(remembered(model().simulate), 20);
    expect(tried.filter(({ isRuledOut }) => isRuledOut).length).toBeLessThanOrEqual(2);
    expect(tried.filter(isIn).length).toBeGreaterThanOrEqual(16);
    expect(tried.every(({ left }) => left < 0.5)).toBe(true);
  });

  it("is ruled out where the waves are simulated by another model", async () => {
    const tried = await tryAll(model(0.6).simulate, 2);
    expect(tried.filter(isIn)).toEqual([]);
  });

  it("has little more left about it than brute force leaves, and more where emulators know another model", async () => {
    const stays = async (simulate: PointSimulator): Promise<number> => {
      const tried = await tryAll(simulate, 10, { members: 20, candidates: 100 });
      const sum = (of: "simulated" | "stay") =>
        tried.reduce((all, { candidates }) => all + (candidates?.[of] ?? 0), 0);
      expect(sum("simulated")).toBeGreaterThanOrEqual(200);
      return sum("stay") / sum("simulated");
    };
    expect(await stays(remembered(model().simulate))).toBeGreaterThan(1 / 1.5);
    expect(await stays(model(0.3).simulate)).toBeLessThan(1 / 1.5);
  });

  it("stands anywhere among the members, which are a posterior", async () => {
    for (const chance of await standingChances(remembered(model().simulate), 30))
      expect(chance).toBeGreaterThan(0.005);
  });

  it("stands at an edge of members that are those of another model", async () => {
    const { simulate } = model();
    const chances = await standingChances(async (points) => {
      const simulated = await simulate(points);
      return simulated.map((targets, i) =>
        points[i].point > 0 && points[i].wave === null
          ? targets.map(({ value, variance }) => ({ value: (value ?? 0) + 0.12, variance }))
          : targets,
      );
    }, 16);
    expect(Math.min(...chances)).toBeLessThan(0.01);
  });

  it("shares its first wave with the others, which is simulated once", async () => {
    const { simulate, asked } = model();
    await tryAll(remembered(simulate), 2);
    expect(asked.filter(({ wave }) => wave === 1).length).toBe(calibration.settings.points);
  });
});
