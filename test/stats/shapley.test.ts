import { describe, expect, it } from "vitest";
import { contributions, leastCoalitions, shapleyNumerators, shapleyValues } from "../../sim/stats/shapley.ts";
import fc from "../support/fast-check.ts";

/** Gives the worth of every coalition of members who each have one number, or another one within it. */
function worthsOf(
  members: readonly (readonly [without: number, within: number])[],
  worth: (numbers: readonly number[]) => number,
): number[] {
  return Array.from({ length: 1 << members.length }, (_, coalition) =>
    worth(members.map((numbers, member) => numbers[(coalition >> member) & 1])),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const product = (numbers: readonly number[]): number => numbers.reduce((total, one) => total * one, 1);

describe("Shapley shares", () => {
  it("of f = a + b + c are what each changes by itself", () => {
    const worths = worthsOf(
      [
        [1, 4],
        [2, 7],
        [10, 8],
      ],
      sum,
    );
    expect(shapleyValues(worths)).toEqual([3, 5, -2]);
  });

  it("of f = a b c, each from 1 to 2, are 7/3 each", () => {
    expect(
      shapleyValues(
        worthsOf(
          [
            [1, 2],
            [1, 2],
            [1, 2],
          ],
          product,
        ),
      ),
    ).toEqual([7 / 3, 7 / 3, 7 / 3]);
  });

  it("are those of the glove game: one left glove, two right ones", () => {
    const worths = worthsOf(
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      ([left, ...right]) => Math.min(left, sum(right)),
    );
    expect(shapleyValues(worths)).toEqual([2 / 3, 1 / 6, 1 / 6]);
  });

  const counts = fc
    .integer({ min: 0, max: 6 })
    .chain((members) =>
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 << members, maxLength: 1 << members }),
    );

  it("add up to the difference exactly, for counts", () => {
    fc.assert(
      fc.property(counts, (worths) => {
        const numerators = shapleyNumerators(worths);
        const orders = product(numerators.map((_, i) => i + 1));
        expect(sum(numerators)).toBe(orders * (worths[worths.length - 1] - worths[0]));
      }),
    );
  });

  it("are exactly 0 for what changes nothing, and equal for what changes the same", () => {
    fc.assert(
      fc.property(counts, (worths) => {
        // Twice as many coalitions: the last member, who is in every second half, adds nothing.
        if (worths.length > 32) return;
        const inert = [...worths, ...worths];
        expect(shapleyNumerators(inert).at(-1)).toBe(0);
      }),
    );
    const equal = worthsOf(
      [
        [0, 3],
        [5, 8],
        [1, 4],
      ],
      (numbers) => sum(numbers) * sum(numbers),
    );
    const [first, second, third] = shapleyNumerators(equal);
    expect([second, third]).toEqual([first, first]);
  });

  it("lie between the least and the greatest that a member adds anywhere", () => {
    fc.assert(
      fc.property(counts, (worths) => {
        shapleyValues(worths).forEach((value, member) => {
          const added = contributions(worths, member).map(({ contribution }) => contribution);
          expect(value).toBeGreaterThanOrEqual(Math.min(...added) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...added) + 1e-9);
        });
      }),
    );
  });

  it("are refused of a number of coalitions that no members have, and of too many members", () => {
    expect(() => shapleyValues([1, 2, 3])).toThrow("expected a power of 2 up to 64, got 3");
    expect(() => shapleyValues(new Array(128).fill(0))).toThrow("got 128");
  });
});

describe("the least coalitions that have a property", () => {
  it("have no part that has it", () => {
    const hasOneOrBothOthers = (coalition: number): boolean => (coalition & 1) !== 0 || (coalition & 6) === 6;
    expect(leastCoalitions(hasOneOrBothOthers, 3)).toEqual([1, 6]);
    expect(leastCoalitions(() => false, 3)).toEqual([]);
    expect(leastCoalitions(() => true, 3)).toEqual([0]);
  });
});
