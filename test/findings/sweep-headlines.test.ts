import { describe, expect, it } from "vitest";
import { SweepHeadlines } from "../../sim/findings/sweep-headlines.ts";

/** Gathers means at points of two parameters. */
function headlinesOf(points: readonly (readonly [a: number, b: number, mean: number])[]): SweepHeadlines {
  const parameters = ["a", "b"].map((path) => ({ path, unit: "" }));
  const headlines = new SweepHeadlines(parameters, ["caseload.mean"]);
  points.forEach(([a, b, mean], i) => {
    headlines.addRow({ metric: "caseload.mean", unit: "people", point: i + 1, a, b, mean, n: 2 });
  });
  return headlines;
}

describe("parameters that moved nothing", () => {
  it("are those without which points differ in nothing, to the last bit", () => {
    const grid = [
      [1, 1, 5],
      [1, 2, 5],
      [2, 1, 7],
      [2, 2, 7],
    ] as const;
    expect(headlinesOf(grid).movedNothing()).toEqual(["b"]);
    expect(headlinesOf([...grid.slice(0, 3), [2, 2, 7 + 1e-12]]).movedNothing()).toEqual([]);
  });

  it("are not named where no two points differ in one parameter alone, as in a sample", () => {
    expect(
      headlinesOf([
        [1, 1, 5],
        [2, 2, 5],
        [3, 3, 5],
      ]).movedNothing(),
    ).toEqual([]);
  });
});
