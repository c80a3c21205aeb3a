/** Shapley values of members over some of the orders of joining. */
export interface SampledShapley {
  /**
   * Of each member the mean of what it adds over the orders: they add up to the worth of all less that of
   * none.
   */
  readonly values: readonly number[];
  /** The same over each antithetic pair of orders. */
  readonly pairs: readonly (readonly number[])[];
}

/**
 * Estimates Shapley values by orders of joining in antithetic pairs, each followed by its reverse (Castro,
 * Gomez & Tejada 2009; antithetic: Mitchell, Cooper, Frank & Holmes 2022). In every order what members add
 * adds up to the whole, so that the estimates do too.
 */
export function sampledShapley(
  worthOf: (coalition: number) => number,
  orders: readonly (readonly number[])[],
): SampledShapley {
  const added = orders.map((order) => {
    const values = new Array<number>(order.length).fill(0);
    for (const { member, before, after } of stepsOf(order)) values[member] = worthOf(after) - worthOf(before);
    return values;
  });
  const meanOf = (of: readonly (readonly number[])[]): number[] =>
    added[0].map((_, member) => of.reduce((sum, values) => sum + values[member], 0) / of.length);
  const pairs = Array.from({ length: orders.length / 2 }, (_, pair) =>
    meanOf(added.slice(2 * pair, 2 * pair + 2)),
  );
  return { values: meanOf(added), pairs };
}

/** Lists the steps of an order: who joins which coalition, and the one that comes of it. */
export function stepsOf(
  order: readonly number[],
): readonly { readonly member: number; readonly before: number; readonly after: number }[] {
  let before = 0;
  return order.map((member) => {
    const step = { member, before, after: before | (1 << member) };
    before = step.after;
    return step;
  });
}
