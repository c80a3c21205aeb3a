import { describe, expect, it } from "vitest";
import { coalitionsOf, sampledOrders } from "../../sim/experiment/sampled-orders.ts";
import { attributedValues } from "../../sim/findings/attribution.ts";

const MEMBERS = 8;

/** Attributes a function of eight numbers, each 1 before and 2 after its change, by orders of a seed. */
function sampledOf(worth: (numbers: readonly number[]) => number, seed = "1") {
  const orders = sampledOrders(MEMBERS, seed);
  const coalitions = coalitionsOf(orders);
  const worlds = coalitions.map((coalition) => [
    worth(Array.from({ length: MEMBERS }, (_, member) => 1 + ((coalition >> member) & 1))),
  ]);
  return { ...attributedValues(worlds, { orders, coalitions }), worlds: worlds.length };
}
const shares = (of: ReturnType<typeof sampledOf>): number[] =>
  of.shares.map(({ share }) => share.mean ?? NaN);

describe("shares by sampled orders", () => {
  it("of a sum are what each changes, for certain, with far fewer worlds than there are", () => {
    const found = sampledOf((numbers) => numbers.reduce((sum, one, i) => sum + (i + 1) * one, 0));
    expect(shares(found)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(found.shares.every(({ ordersError }) => ordersError === 0)).toBe(true);
    expect(found.worlds).toBeLessThanOrEqual(12 * 7 + 2);
  });

  it("of a b c are 7/3 each within their error, add up, and are exactly 0 of what does nothing", () => {
    const found = sampledOf(([a, b, c]) => a * b * c);
    expect(shares(found).reduce((sum, one) => sum + one, 0)).toBeCloseTo(7, 12);
    for (const { share, ordersError } of found.shares.slice(0, 3))
      expect(Math.abs((share.mean ?? 0) - 7 / 3)).toBeLessThanOrEqual(ordersError ?? 0);
    for (const share of found.shares.slice(3))
      expect(share).toMatchObject({ share: { mean: 0 }, least: 0, greatest: 0, ordersError: 0 });
  });

  // A right method has fewer than 88 of 100 within a 95 % interval with a chance of 0.2 %; over-covering is no fault.
  it("lie within their error for at least 88 of 100 seeds", () => {
    let within = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const [{ share, ordersError }] = sampledOf(([a, b, c]) => a * b * c, String(seed)).shares;
      if (Math.abs((share.mean ?? 0) - 7 / 3) <= (ordersError ?? 0) + 1e-12) within++;
    }
    expect(within).toBeGreaterThanOrEqual(88);
  });

  it("go through orders and their reverses, the same for a seed", () => {
    const orders = sampledOrders(MEMBERS, "7");
    expect(orders).toEqual(sampledOrders(MEMBERS, "7"));
    expect(orders).not.toEqual(sampledOrders(MEMBERS, "8"));
    for (const [i, order] of orders.entries()) {
      expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      if (i % 2 === 1) expect(order).toEqual(orders[i - 1].toReversed());
    }
    const coalitions = coalitionsOf(orders);
    expect([coalitions[0], coalitions.at(-1)]).toEqual([0, 255]);
  });
});
