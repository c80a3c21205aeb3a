import { CENSORED, type FollowUp } from "./follow-up.ts";

/** A digit of the sort has eight bits: its table of counts stays in the fastest cache. */
const BITS = 8;
const DIGITS = 1 << BITS;
const LONGEST = 0xffffffff;

/**
 * Returns the people's indices in order of time; at one time, lower kinds first and censorings last; then by
 * index. Who is censored at the time of somebody's event was still at risk of it (Kaplan and Meier 1958,
 * section 2). A radix sort, last digit first: nothing is compared, and the time is in proportion to the
 * number of people.
 */
export function orderByTime(time: Int32Array | Float64Array, kind: Uint8Array): Int32Array {
  let longest = 0;
  for (let i = 0; i < time.length; i++) {
    const minutes = time[i];
    if (!(minutes >= 0 && minutes <= LONGEST && Number.isInteger(minutes)))
      throw new RangeError(`time: expected whole minutes, 0 or more, below 2^32, got ${minutes}`);
    if (minutes > longest) longest = minutes;
  }
  const digit = new Uint8Array(time.length);
  let order = new Int32Array(time.length);
  let other = new Int32Array(time.length);
  for (let i = 0; i < order.length; i++) {
    order[i] = i;
    digit[i] = kind[i] === CENSORED ? DIGITS - 1 : kind[i];
  }
  sortByDigit(order, digit, other);
  for (let shift = 0; shift < 32 && longest >>> shift > 0; shift += BITS) {
    [order, other] = [other, order];
    // What is over eight bits falls off.
    for (let i = 0; i < digit.length; i++) digit[i] = time[i] >>> shift;
    sortByDigit(order, digit, other);
  }
  return other;
}

/** Puts people into `sorted` by a digit; those of one digit stay as they are in `order`. */
function sortByDigit(order: Int32Array, digit: Uint8Array, sorted: Int32Array): void {
  const place = new Int32Array(DIGITS + 1);
  for (let i = 0; i < digit.length; i++) place[digit[i] + 1]++;
  for (let d = 0; d < DIGITS; d++) place[d + 1] += place[d];
  for (let i = 0; i < order.length; i++) sorted[place[digit[order[i]]]++] = order[i];
}

/** Puts a follow-up in order. */
export function inOrder({ time, kind }: Omit<FollowUp, "order">): FollowUp {
  return { time, kind, order: orderByTime(time, kind) };
}

/**
 * Returns the order split by group code, each part still in order of time, so that the estimators of all
 * groups together read each person once instead of once for each group. `codes` are 0 to `groups` - 1;
 * others are in no part.
 */
export function splitOrder(order: Int32Array, code: Uint8Array | Int32Array, groups: number): Int32Array[] {
  const sizes = new Int32Array(groups);
  for (let i = 0; i < order.length; i++) {
    const group = code[order[i] as number] as number;
    if (group >= 0 && group < groups) sizes[group] = (sizes[group] as number) + 1;
  }
  const parts = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(groups);
  for (let i = 0; i < order.length; i++) {
    const person = order[i] as number;
    const group = code[person] as number;
    if (group < 0 || group >= groups) continue;
    const place = filled[group] as number;
    (parts[group] as Int32Array)[place] = person;
    filled[group] = place + 1;
  }
  return parts;
}
