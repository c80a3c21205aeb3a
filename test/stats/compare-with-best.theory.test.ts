import { describe, expect, it } from "vitest";
import { compareWithBest } from "../../sim/stats/compare-with-best.ts";
import { normals } from "../support/normals.ts";

describe("several alternatives against the best", () => {
  it("are told apart where their differences have no spread, however wide their own is", () => {
    const shared = [3, 9, 1, 6, 3, 9, 1, 6, 3, 9, 1, 6];
    const found = compareWithBest([shared, shared.map((v) => v + 1), shared.map((v) => v + 3)], "higher");
    expect(found).toEqual([
      { mean: 4.75, fromBest: -3, ciLow: -3, ciHigh: 0, mayBeBest: false },
      { mean: 5.75, fromBest: -2, ciLow: -2, ciHigh: 0, mayBeBest: false },
      { mean: 7.75, fromBest: 2, ciLow: 0, ciHigh: 2, mayBeBest: true },
    ]);
  });

  it("have no bound where the same difference was seen in under ten places: it may be luck", () => {
    const found = compareWithBest(
      [
        [1, 2],
        [3, 4],
      ],
      "higher",
    );
    expect(found).toEqual([
      { mean: 1.5, fromBest: -2, ciLow: null, ciHigh: null, mayBeBest: true },
      { mean: 3.5, fromBest: 2, ciLow: null, ciHigh: null, mayBeBest: true },
    ]);
  });

  it("turn round where lower is better", () => {
    const low = [1, 2, 4, 2, 1, 3, 5, 1, 2, 3];
    const found = compareWithBest([low, low.map((value) => value + 2)], "lower");
    expect(found).toEqual([
      { mean: 2.4, fromBest: -2, ciLow: -2, ciHigh: 0, mayBeBest: true },
      { mean: 4.4, fromBest: 2, ciLow: 0, ciHigh: 2, mayBeBest: false },
    ]);
  });

  it("leave out a place that one of them lacks, and are not compared under two whole ones", () => {
    expect(
      compareWithBest(
        [
          [1, NaN, 5],
          [2, 3, 6],
        ],
        "higher",
      )?.[0],
    ).toMatchObject({ mean: 3 });
    expect(
      compareWithBest(
        [
          [1, NaN],
          [2, 3],
        ],
        "higher",
      ),
    ).toBeNull();
    expect(compareWithBest([[1, 2, 3]], "higher")).toBeNull();
  });

  // 2,000 samples; the true coverage is at least 95 %, so that fewer than 94 % have a chance of 2 % at 95 %
  // exactly, and of far less here. The seed is fixed.
  it.each([
    { name: "equal means, the hardest case", means: [0, 0, 0, 0] },
    { name: "one best", means: [0, 0.3, 0.1, 0.5] },
  ])("hold all intervals together in at least 95 % of samples: $name", ({ means }) => {
    const draw = normals(`best ${means.join()}`);
    const truth = means.map((mean, i) => mean - Math.max(...means.filter((_, j) => j !== i)));
    const SAMPLES = 2000;
    let held = 0;
    let kept = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      // A shared part, as common random numbers give, and own parts of unequal spread.
      const shared = Array.from({ length: 15 }, () => 2 * draw());
      const samples = means.map((mean, i) => shared.map((part) => mean + part + (0.3 + 0.4 * i) * draw()));
      const found = compareWithBest(samples, "higher");
      if (found?.every(({ ciLow, ciHigh }, i) => (ciLow ?? -9) <= truth[i] && truth[i] <= (ciHigh ?? 9)))
        held++;
      if (found?.[means.indexOf(Math.max(...means))].mayBeBest) kept++;
    }
    expect(held / SAMPLES).toBeGreaterThan(0.94);
    expect(kept / SAMPLES).toBeGreaterThan(0.94);
  });
});
