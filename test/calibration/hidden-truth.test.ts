import { describe, expect, it } from "vitest";
import type { AskedPoint, Calibration, PointSimulator } from "../../sim/calibration/calibrate.ts";
import { remembered, type TriedTruth, tryTruth } from "../../sim/calibration/hidden-truth.ts";
import type { Target } from "../../sim/calibration/targets-file.ts";
import { readVariations, variationOf } from "../../sim/experiment/design/vary.ts";
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

async function tryAll(simulate: PointSimulator, count: number): Promise<readonly TriedTruth[]> {
  const tried: TriedTruth[] = [];
  for (let truth = 1; truth <= count; truth++) tried.push(await tryTruth(simulate, calibration, truth));
  return tried;
}

const isIn = ({ isRuledOut, isMet }: TriedTruth): boolean => !isRuledOut && isMet;

describe("a hidden truth", () => {
  it("is in for at least 8 of 10, where chance alone moves one in ten over the end of a band", async () => {
    const tried = await tryAll(remembered(model().simulate), 10);
    expect(tried.filter(({ isRuledOut }) => isRuledOut).length).toBeLessThanOrEqual(1);
    expect(tried.filter(isIn).length).toBeGreaterThanOrEqual(8);
    expect(tried.every(({ left }) => left < 0.5)).toBe(true);
  });

  it("is ruled out where the waves are simulated by another model", async () => {
    const tried = await tryAll(model(0.6).simulate, 2);
    expect(tried.filter(isIn)).toEqual([]);
  });

  it("shares its first wave with the others, which is simulated once", async () => {
    const { simulate, asked } = model();
    await tryAll(remembered(simulate), 2);
    expect(asked.filter(({ wave }) => wave === 1).length).toBe(calibration.settings.points);
  });
});
