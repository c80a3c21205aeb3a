/** Places of things in an order of their numbers, and where those of each number begin there. */
export interface StableOrder {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/**
 * Gives an order in which whole numbers from 0 to under `limit` rise; those that are equal stay as they were
 * in the order before, by place if none is given. Each is counted and put once, nothing is compared.
 */
export function stableOrder(numbers: Int32Array, limit: number, before?: Int32Array): StableOrder {
  const starts = new Int32Array(limit + 1);
  for (let n = 0; n < numbers.length; n++) starts[numbers[n] + 1]++;
  for (let number = 0; number < limit; number++) starts[number + 1] += starts[number];
  const places = starts.slice();
  const order = new Int32Array(numbers.length);
  for (let n = 0; n < numbers.length; n++) {
    const next = before === undefined ? n : before[n];
    order[places[numbers[next]]++] = next;
  }
  return { starts, order };
}
