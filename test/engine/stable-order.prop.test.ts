import { expect, it } from "vitest";
import { stableOrder } from "../../sim/engine/stable-order.ts";
import fc from "../support/fast-check.ts";

const LIMIT = 9;
const numbers = fc.array(fc.nat(LIMIT - 1), { maxLength: 40 });

it("a stable order is that of a sort that keeps what is equal in its place", () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const sorted = [...list.keys()].sort((a, b) => list[a] - list[b] || a - b);
      const { starts, order } = stableOrder(Int32Array.from(list), LIMIT);
      expect([...order]).toEqual(sorted);
      for (let number = 0; number < LIMIT; number++)
        for (const place of order.subarray(starts[number], starts[number + 1]))
          expect(list[place]).toBe(number);
      expect(starts[LIMIT]).toBe(list.length);
    }),
  );
});

it("a stable order keeps what is equal as it was in the order before", () => {
  fc.assert(
    fc.property(numbers, fc.infiniteStream(fc.nat(LIMIT - 1)), (list, more) => {
      const others = list.map(() => more.next().value);
      const before = stableOrder(Int32Array.from(others), LIMIT).order;
      const sorted = [...list.keys()].sort((a, b) => list[a] - list[b] || others[a] - others[b] || a - b);
      expect([...stableOrder(Int32Array.from(list), LIMIT, before).order]).toEqual(sorted);
    }),
  );
});
