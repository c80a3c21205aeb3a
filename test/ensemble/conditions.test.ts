import { describe, expect, it } from "vitest";
import { winningRegion } from "../../sim/ensemble/conditions.ts";
import { variedValues } from "../../sim/ensemble/parameter-values.ts";

const members = Array.from({ length: 100 }, (_, i) => ({
  member: i + 1,
  weight: 1,
  set: [`a=${i % 10} minutes`, `b=x${Math.floor(i / 10)}`, "c=on", "d=3"],
}));

describe("variedValues", () => {
  it("reads numbers with their unit, and leaves out words and what does not vary", () => {
    expect(variedValues(members).map(({ path, unit }) => [path, unit])).toEqual([
      ["a", "minutes"],
      ["b", "x"],
    ]);
    expect(variedValues(members)[0].values.slice(0, 3)).toEqual(Float64Array.of(0, 1, 2));
  });
});

describe("winningRegion", () => {
  const parameters = variedValues(members);
  const weights = new Float64Array(100).fill(0.01);

  it("finds the corner in which an option wins", () => {
    const isWon = members.map((_, i) => i % 10 > 6 && Math.floor(i / 10) <= 3);
    const region = winningRegion(parameters, weights, isWon);
    expect(region?.bounds).toEqual([
      { parameter: 0, side: "above", value: 6 },
      { parameter: 1, side: "under", value: 3 },
    ]);
    expect(region?.share).toBeCloseTo(0.12, 12);
    expect(region?.wins).toBeCloseTo(1, 12);
  });

  it("is none where the option wins nowhere more often than not", () => {
    expect(
      winningRegion(
        parameters,
        weights,
        members.map((_, i) => i % 7 === 0),
      ),
    ).toBeNull();
  });
});
