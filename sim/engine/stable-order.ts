/**
 * Gives an order in which whole numbers from 0 to under `limit` rise; those that are equal stay as they were
 * in the order before, by place if none is given. Each is counted and put once, nothing is compared.
 */
export function stableOrder(numbers: Int32Array, limit: number, before?: Int32Array): Int32Array {
  const places = new Int32Array(limit + 1);
  for (let n = 0; n < numbers.length; n++) places[numbers[n] + 1]++;
  for (let number = 0; number < limit; number++) places[number + 1] += places[number];
  const order = new Int32Array(numbers.length);
  for (let n = 0; n < numbers.length; n++) {
    const next = before === undefined ? n : before[n];
    order[places[numbers[next]]++] = next;
  }
  return order;
}
