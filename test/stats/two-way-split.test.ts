import { describe, expect, it } from "vitest";
import { shrunkMeans } from "../../sim/stats/shrunk-means.ts";
import { twoWaySplit } from "../../sim/stats/two-way-split.ts";
import { weightedQuantiles } from "../../sim/stats/weighted-quantiles.ts";
import { normals } from "../support/normals.ts";

const equal = (count: number): Float64Array => new Float64Array(count).fill(1 / count);

describe("twoWaySplit", () => {
  it("takes a table by hand apart", () => {
    // Means 2, 4, 9; MS of members 3 x 13 = 39; what rows and columns leave: 8 / 4 = 2.
    const rows = [
      [1, 2, 3],
      [4, 3, 5],
      [7, 10, 10],
    ];
    const split = twoWaySplit(rows, equal(3));
    expect(split?.grand).toBeCloseTo(5, 12);
    expect(split?.variance).toBeCloseTo(13, 12);
    const columns = [4, 5, 6];
    let rest = 0;
    rows.forEach((row, i) => {
      row.forEach((value, r) => {
        rest += (value - [2, 4, 9][i] - columns[r] + 5) ** 2;
      });
    });
    expect(split?.between).toBeCloseTo((39 - rest / 4) / 3, 12);
  });

  it("takes what a replication does to all members alike for no chance", () => {
    const rows = [1, 2, 4].map((member) => [0, 100, -50, 7].map((replication) => member + replication));
    const split = twoWaySplit(rows, equal(3));
    expect(split?.between).toBeCloseTo(split?.variance ?? Number.NaN, 9);
  });

  it("counts a member twice as it counts two, but for the freedom", () => {
    const rows = [
      [1, 2],
      [3, 7],
      [4, 4],
    ];
    const split = twoWaySplit(rows, [0.5, 0.25, 0.25]);
    expect(split?.grand).toBeCloseTo(0.5 * 1.5 + 0.25 * 5 + 0.25 * 4, 12);
  });

  it("says nothing of one member, or of one replication", () => {
    expect(twoWaySplit([[1, 2]], [1])).toBeNull();
    expect(twoWaySplit([[1], [2]], equal(2))).toBeNull();
    expect(
      twoWaySplit(
        [
          [1, 2],
          [3, 5],
        ],
        [1, 0],
      ),
    ).toBeNull();
  });

  it("leaves nothing between members that chance alone tells apart: 0, and never less", () => {
    const rows = [
      [1, -1],
      [-1, 1],
      [0.5, -0.5],
    ];
    expect(twoWaySplit(rows, equal(3))?.between).toBe(0);
  });

  it("gives back centiles of the members, where plain means give those of members and chance", () => {
    // Members N(0, 1), chance N(0, 2) in each of 6 replications: means have 1.29 times the spread.
    const seeds = 200;
    const [count, n] = [200, 6];
    let [shrunkSum, plainSum] = [0, 0];
    for (let seed = 1; seed <= seeds; seed++) {
      const draw = normals(`shrunk ${seed}`);
      const common = Array.from({ length: n }, () => 3 * draw());
      const rows = Array.from({ length: count }, () => {
        const member = draw();
        return common.map((shift) => member + shift + 2 * draw());
      });
      const split = twoWaySplit(rows, equal(count));
      if (split === null) throw new Error("no split");
      const width = (means: Float64Array): number => {
        const [low, high] = weightedQuantiles(means, equal(count), [0.05, 0.95]) ?? [0, 0];
        return high - low;
      };
      shrunkSum += width(shrunkMeans(split));
      plainSum += width(split.means);
    }
    const truth = 2 * 1.644_854;
    expect(shrunkSum / seeds / truth).toBeGreaterThan(0.97);
    expect(shrunkSum / seeds / truth).toBeLessThan(1.03);
    expect(plainSum / seeds / truth).toBeGreaterThan(1.25);
  });
});
