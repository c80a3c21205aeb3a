import { expect, it } from "vitest";
import { DisjointSets } from "../../sim/engine/disjoint-sets.ts";
import fc from "../support/fast-check.ts";

const THINGS = 12;
const pairs = fc.array(fc.tuple(fc.nat(THINGS - 1), fc.nat(THINGS - 1)), { maxLength: 14 });

it("things hang together that pairs join, however far apart, and the lowest stands for them", () => {
  fc.assert(
    fc.property(pairs, (joined) => {
      const sets = new DisjointSets(THINGS);
      const lowest = Array.from({ length: THINGS }, (_, n) => n);
      for (const [one, other] of joined) {
        sets.join(one, other);
        const [low, high] = [lowest[one], lowest[other]].sort((a, b) => a - b);
        lowest.forEach((of, n) => {
          if (of === high) lowest[n] = low;
        });
      }
      expect(lowest.map((_, n) => sets.lowest(n))).toEqual(lowest);
    }),
  );
});
