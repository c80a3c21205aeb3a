import { describe, expect, it } from "vitest";
import {
  type DifferenceGoal,
  judgeDifferences,
  type MetricPairs,
  SIGN_LOOKS,
} from "../../sim/experiment/difference-precision.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { pairedDifference } from "../../sim/stats/paired-difference.ts";
import { normals } from "../support/normals.ts";

/** Pairs whose base is around 100 and whose difference is around `mean`. */
function pairs(count: number, mean: number, sd: number, draw: () => number, metric = "m"): MetricPairs {
  const base = Float64Array.from({ length: count }, () => 100 + 10 * draw());
  return { metric, base, other: base.map((value) => value + mean + sd * draw()) };
}

const head = ({ metric, base, other }: MetricPairs, n: number): MetricPairs => ({
  metric,
  base: base.slice(0, n),
  other: other.slice(0, n),
});

/** Simulates as `compare` does: judges, simulates on, until it is enough. */
function stopAt(
  all: MetricPairs,
  goal: DifferenceGoal,
  first: number,
): ReturnType<typeof judgeDifferences> & { total: number } {
  for (let total = first; ; ) {
    const judged = judgeDifferences([head(all, total)], goal);
    if (judged.nextTotal === total) return { ...judged, total };
    total = judged.nextTotal;
  }
}

describe("the replications for a difference", () => {
  it("suffice when its half-width is within the share of the base's mean, and that lasts", () => {
    const all = pairs(2000, 1, 3, normals("relative"));
    const { isReached, sufficed, total } = stopAt(all, { kind: "relative", share: 0.01 }, 30);
    expect(isReached).toBe(true);
    const halfWidthAt = (n: number): number => {
      const { mean, ciHigh } = meanInterval(all.other.slice(0, n).map((value, i) => value - all.base[i]));
      return (ciHigh as number) - (mean as number);
    };
    expect(halfWidthAt(sufficed as number)).toBeLessThanOrEqual(1.02);
    expect(total).toBeGreaterThanOrEqual((sufficed as number) + 5);
    for (let n = sufficed as number; n <= (sufficed as number) + 5; n++)
      expect(halfWidthAt(n)).toBeLessThan(1.05);
  });

  it("are the same number however many are simulated at first", () => {
    const all = pairs(2000, 1, 4, normals("first"));
    const goal: DifferenceGoal = { kind: "absolute", halfWidths: [{ metric: "m", within: 0.5 }] };
    const found = [30, 35, 90, 1000].map((first) => stopAt(all, goal, first).sufficed);
    expect(new Set(found).size).toBe(1);
  });

  it.each<DifferenceGoal>([
    { kind: "relative", share: 0.05 },
    {
      kind: "absolute",
      halfWidths: [
        { metric: "none", within: 1 },
        { metric: "m", within: 1 },
      ],
    },
    { kind: "sign" },
  ])("are not spent on what never happened in either world, and that is said: $kind", (goal) => {
    const none: MetricPairs = { metric: "none", base: new Float64Array(60), other: new Float64Array(60) };
    const alone = judgeDifferences([none], goal);
    expect(alone).toMatchObject({ isReached: false, neverHappened: ["none"], missing: [], nextTotal: 60 });
    const beside = judgeDifferences([none, pairs(60, 5, 0.1, normals("beside"))], goal);
    expect(beside).toMatchObject({ isReached: false, neverHappened: ["none"], missing: [], nextTotal: 60 });
  });

  it("are never judged of fewer than 30 pairs that have a value", () => {
    const all = pairs(40, 1, 0.001, normals("few"));
    all.other.fill(NaN, 0, 15);
    expect(judgeDifferences([all], { kind: "relative", share: 0.5 })).toMatchObject({
      isReached: false,
      missing: ["m"],
    });
  });

  it("stop at 2,000, and name what is missing", () => {
    const draw = normals("cap");
    const wide = pairs(2000, 0, 50, draw, "wide");
    const narrow = pairs(2000, 0, 0.1, draw, "narrow");
    expect(judgeDifferences([narrow, wide], { kind: "relative", share: 0.001 })).toEqual({
      isReached: false,
      neverHappened: [],
      sufficed: null,
      missing: ["wide"],
      nextTotal: 2000,
    });
  });

  it("are the fewest for worlds that do not differ", () => {
    const same = pairs(35, 0, 0, normals("same"));
    expect(judgeDifferences([same], { kind: "relative", share: 0.001 })).toMatchObject({
      isReached: true,
      sufficed: 30,
    });
    expect(judgeDifferences([head(same, 30)], { kind: "sign" })).toMatchObject({
      isReached: true,
      sufficed: 30,
    });
  });

  it("go on for a sign until it is known", () => {
    const clear = pairs(30, 5, 3, normals("clear"));
    expect(judgeDifferences([clear], { kind: "sign" })).toMatchObject({ isReached: true, nextTotal: 30 });
    const unclear = pairs(30, 0.1, 3, normals("unclear"));
    expect(judgeDifferences([unclear], { kind: "sign" })).toMatchObject({
      isReached: false,
      missing: ["m"],
      nextTotal: 60,
    });
    expect(SIGN_LOOKS.at(-1)).toBe(2000);
  });

  // 1,000 comparisons; at a coverage of 95 % fewer than 93 % have a chance of 0.3 %. The seed is fixed.
  it("leave the interval its 95 %, although its own width stopped it", () => {
    const draw = normals("coverage");
    let covered = 0;
    for (let run = 0; run < 1000; run++) {
      const all = pairs(400, 1, 3, draw);
      const { total } = stopAt(all, { kind: "absolute", halfWidths: [{ metric: "m", within: 0.7 }] }, 30);
      const { ciLow, ciHigh } = pairedDifference(all.base.slice(0, total), all.other.slice(0, total));
      if ((ciLow as number) <= 1 && 1 <= (ciHigh as number)) covered++;
    }
    expect(covered).toBeGreaterThan(930);
  });

  // 400 comparisons of worlds that differ by chance alone; at the stated 5 % more than 34 have a chance of
  // 0.1 %. The seed is fixed.
  it("give a sign to a difference that is not there in at most 5 % of comparisons", () => {
    const draw = normals("no difference");
    let signed = 0;
    for (let run = 0; run < 400; run++) {
      const all = pairs(2000, 0, 3, draw);
      if (stopAt(all, { kind: "sign" }, 30).isReached) signed++;
    }
    expect(signed).toBeLessThanOrEqual(34);
  });
});
