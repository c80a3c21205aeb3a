import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { hallInterval } from "../../sim/stats/hall-interval.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { replicationInterval } from "../../sim/stats/replication-interval.ts";
import { shareUpperLimit } from "../../sim/stats/share-upper-limit.ts";
import { noIntervalText } from "../../sim/words/no-interval.ts";

describe("an interval over replications", () => {
  it("is Student's where nothing is skewed, and reaches further to the side of a long tail", () => {
    const even = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(hallInterval(even).ciHigh).toBeCloseTo(meanInterval(even).ciHigh as number, 9);
    expect(hallInterval([1, 2, 9])).toEqual(meanInterval([1, 2, 9]));
    const skewed = [1, 1.2, 1.1, 1.4, 1.3, 5, 1.25, 1.15, 1.35, 1.05];
    const { mean, ciLow, ciHigh } = hallInterval(skewed) as { mean: number; ciLow: number; ciHigh: number };
    expect(ciHigh - mean).toBeGreaterThan(1.5 * (mean - ciLow));
  });

  it("holds the mean of skewed values more often than Student's", () => {
    const random = seedrandom("skewed");
    const held = { hall: 0, student: 0 };
    for (let trial = 0; trial < 2000; trial++) {
      const values = Array.from({ length: 12 }, () => -Math.log(1 - random()));
      const holds = ({ ciLow, ciHigh }: { ciLow: number | null; ciHigh: number | null }): number =>
        (ciLow ?? 2) <= 1 && (ciHigh ?? 0) >= 1 ? 1 : 0;
      held.hall += holds(replicationInterval(values));
      held.student += holds(meanInterval(values));
    }
    expect(held.student / 2000).toBeLessThan(0.92);
    expect(held.hall / 2000).toBeGreaterThan(0.93);
  });

  it("is about as wide as Student's where values are symmetric, and reaches far only for a known long tail", () => {
    const random = seedrandom("symmetric");
    const reach = { plain: [] as number[], longTailed: [] as number[] };
    for (let trial = 0; trial < 1001; trial++) {
      const values = Array.from({ length: 12 }, () => random() + random() + random() + random());
      const student = meanInterval(values);
      const half = (student.ciHigh as number) - (student.mean as number);
      for (const [name, longTailed] of [
        ["plain", false],
        ["longTailed", true],
      ] as const) {
        const { mean, ciLow, ciHigh } = replicationInterval(values, values, 0.95, { longTailed });
        reach[name].push(
          Math.max((ciHigh as number) - (mean as number), (mean as number) - (ciLow as number)) / half,
        );
      }
    }
    const median = (of: number[]): number => of.sort((a, b) => a - b)[500];
    expect(median(reach.plain)).toBeLessThan(1.15);
    expect(median(reach.longTailed)).toBeGreaterThan(1.3);
  });

  it("is none where under ten of more replications had an event, and says how many had", () => {
    const rare = [0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0];
    expect(replicationInterval(rare)).toMatchObject({
      n: 12,
      mean: 0.25,
      events: 2,
      ciLow: null,
      ciHigh: null,
    });
    expect(replicationInterval([0, 0, 0])).toMatchObject({ events: 0, ciLow: null });
    expect(replicationInterval([3, 4, 5]).ciLow).not.toBeNull();
    // Nearly all at the cap: the few that are not say little of the spread.
    expect(replicationInterval([40, 40, 40, 40, 40, 38, 40, 39, 40, 40]).ciLow).toBeNull();
    expect(replicationInterval([7, 7, 7]).ciLow).toBeNull();
  });

  it("says why there is none, and about how many replications would give one", () => {
    const why = (values: number[]): [unknown, unknown, string] => {
      const interval = replicationInterval(values);
      return [interval.noInterval, interval.wouldDo, noIntervalText(interval)];
    };
    const zeros = Array.from({ length: 10 }, () => 0);
    expect(why([...zeros, 2, 1])).toEqual(["rare", 60, "too rare to say at 12; about 60 would"]);
    expect(why([...zeros, 0, 1])).toEqual(["rare", 120, "too rare to say at 12; about 200 would"]);
    expect(why([...zeros, 0, 0])).toEqual(["rare", null, "too rare to say at 12"]);
    expect(why([7, 7, 7, 7, 7, 7, 6, 8])).toEqual(["alike", 40, "too alike to say at 8; about 40 would"]);
    expect(why([7, 7, 7])).toEqual(["alike", null, ""]);
    expect(why([3])).toEqual(["one", null, ""]);
    expect(why([3, 4, 5, 6])).toEqual([null, null, ""]);
    // Two of five have a value.
    expect(why([3, 4, NaN, NaN, NaN])).toEqual(["few", 25, "only 2 have a value; about 30 would"]);
  });

  it("has an upper limit for a share that no replication had", () => {
    // 1 - 0.025^(1/12)
    expect(shareUpperLimit(0, 12)).toBeCloseTo(0.26465, 4);
    // Two of ten: Clopper and Pearson's upper limit.
    expect(shareUpperLimit(2, 10)).toBeCloseTo(0.5561, 4);
    expect(shareUpperLimit(12, 12)).toBe(1);
  });
});
