import { describe, expect, it } from "vitest";
import { type Calibration, calibrate, drawMembers, setAt } from "../../sim/calibration/calibrate.ts";
import type { Wave } from "../../sim/calibration/history-match.ts";
import type { Target } from "../../sim/calibration/targets-file.ts";
import { readVariations, variationOf } from "../../sim/experiment/design/vary.ts";
import { replicate } from "../../sim/experiment/replicate.ts";
import { metricInterval } from "../../sim/measures/estimation-values.ts";
import { placeOf } from "../../sim/measures/place-of.ts";
import { aScenario } from "../support/a-scenario.ts";

const TRUTH = ["waiting_list.uptake=1.1", "drop_off.base=-3"];
const parameters = readVariations(
  ["waiting_list.uptake=0.6:1.6", "drop_off.base=-3.5:-1.5"].map(variationOf),
  (problem) => expect(problem).toBeUndefined(),
).map(({ parameter }) => parameter);
const settings = { waves: 2, points: 14, replications: 4, memberReplications: 8, cutoff: 3, tried: 512 };

/** Targets whose bands are so wide about what the truth gives, in replications that nothing else uses. */
async function targetsOf(
  halves: readonly number[],
  more: readonly Target[] = [],
): Promise<readonly Target[]> {
  const { plan, results } = await replicate(aScenario(TRUTH), { seed: "truth", replications: 40 });
  const metrics = ["engaged.share", "contacts.per_referral"];
  const fitted = metrics.map((metric, i): Target => {
    const mean = metricInterval(plan, results, placeOf(plan, metric)).mean as number;
    return {
      id: metric,
      metric,
      groupBy: "all",
      group: "all",
      window: "whole",
      unit: "",
      value: mean,
      low: mean - halves[i],
      high: mean + halves[i],
      discrepancy: 0,
      role: "fitted",
      source: "",
      where: { file: "" },
    };
  });
  return [...fitted, ...more];
}

const load = (set: readonly string[]) => aScenario(set);
const calibration = (targets: readonly Target[]): Calibration => ({
  parameters,
  targets,
  seed: "1",
  settings,
});

async function wavesOf(targets: readonly Target[]): Promise<Wave[]> {
  const waves: Wave[] = [];
  for await (const wave of calibrate(load, calibration(targets))) waves.push(wave);
  return waves;
}

const text = (waves: readonly Wave[]): string =>
  JSON.stringify(waves.map(({ design, hits, left, sample }) => ({ design, hits, left, sample })));

describe("calibrating a scenario", async () => {
  const targets = await targetsOf([0.04, 0.3]);
  const waves = await wavesOf(targets);
  const last = waves.at(-1) as Wave;

  it("rules out a good part of the space and keeps the truth", () => {
    // The truth: uptake halfway along 0.6 to 1.6, leaving a quarter along -3.5 to -1.5.
    expect(last.left).toBeLessThan(0.6);
    expect(last.implausibility(Float64Array.of(0.5, 0.25))).toBeLessThanOrEqual(3);
    expect(last.implausibility(Float64Array.of(0.02, 0.98))).toBeGreaterThan(3);
  });

  it("draws members that meet every fitted band in replications that no wave has seen", async () => {
    const { members, candidates } = await drawMembers(load, calibration(targets), last, {
      members: 5,
      candidates: 60,
    });
    expect(members.length).toBe(5);
    expect(candidates).toBeGreaterThanOrEqual(5);
    for (const { simulated, set, point } of members) {
      expect(set).toEqual(setAt(parameters, point));
      simulated.forEach(({ value }, i) => {
        expect(value).toBeGreaterThanOrEqual(targets[i].low);
        expect(value).toBeLessThanOrEqual(targets[i].high);
      });
    }
  });

  it("takes no notice of held-out targets: not a byte of the waves changes", async () => {
    const heldOut: Target = { ...targets[0], id: "held", low: 0, high: 0.01, value: 0, role: "held_out" };
    expect(text(await wavesOf([...targets, heldOut]))).toBe(text(waves));
  });

  it("refuses a fitted target of a part of the run, which points are not measured over", () => {
    const inPart = targets.map((target) => ({ ...target, window: "year 1" }));
    expect(() => calibrate(load, calibration(inPart))).toThrow("engaged.share is of year 1");
  });

  it("leaves more where a band is wider", async () => {
    const wider = targets.map((target) => ({ ...target, low: target.low - 0.1, high: target.high + 0.1 }));
    expect((await wavesOf(wider)).at(-1)?.left).toBeGreaterThan(last.left);
  });
});
