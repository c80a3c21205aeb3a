import { entityKey, rootKey } from "../random/keys.ts";
import { stepsOf } from "../stats/sampled-shapley.ts";
import { shuffled } from "./design/latin-hypercube.ts";

/** Antithetic pairs of orders that are drawn. */
const PAIRS = 6;

/** Draws orders in which changes are made, each followed by its reverse; the seed fixes them. */
export function sampledOrders(changes: number, seed: string): readonly (readonly number[])[] {
  return Array.from({ length: PAIRS }, (_, pair) =>
    Array.from(shuffled(changes, entityKey(rootKey(seed), "attribute/orders", String(pair)))),
  ).flatMap((order) => [order, order.toReversed()]);
}

/** Lists the sets of changes that orders come through, the empty one first and that of all last. */
export function coalitionsOf(orders: readonly (readonly number[])[]): readonly number[] {
  const coalitions = new Set([0, ...orders.flatMap((order) => stepsOf(order).map(({ after }) => after))]);
  return [...coalitions].sort((a, b) => a - b);
}
