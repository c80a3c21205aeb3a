import { CENSORED, type FollowUp } from "./follow-up.ts";
import type { Groups } from "./groups.ts";

/** Bits of a digit of the sort, of few people and of many: its table of counts stays in the fastest cache. */
const FEW_BITS = 8;
const MANY_BITS = 12;
const MANY = 1 << MANY_BITS;

/**
 * Returns the people's indices in order of time; at one time, lower kinds first and censorings last; then by
 * index. Who is censored at the time of somebody's event was still at risk of it (Kaplan and Meier 1958,
 * section 2). A radix sort, last digit first: nothing is compared, and the time is in proportion to the
 * number of people. The lowest digit holds the kind besides the last bits of the time.
 */
export function orderByTime(time: Int32Array | Float64Array, kind: Uint8Array): Int32Array {
  const longest = longestOf(time);
  const highest = highestOf(kind);
  const kindBits = bitsOf(highest);
  const bits = bitsOf(longest) + kindBits;
  const most = time.length < MANY ? FEW_BITS : MANY_BITS;
  const digitBits = Math.max(kindBits, Math.ceil(bits / Math.max(1, Math.ceil(bits / most))));
  const places = new Int32Array((1 << digitBits) + 1);
  let order: Int32Array = new Int32Array(time.length);
  sortByLowest(time, kind, { highest, kindBits }, places, order);
  let other: Int32Array | undefined;
  for (let shift = digitBits - kindBits; shift < 32 && longest >>> shift > 0; shift += digitBits) {
    other ??= new Int32Array(time.length);
    sortByDigit(time, shift, places, order, other);
    [order, other] = [other, order];
  }
  return order;
}

/** Puts people into `sorted` by the lowest digit: the kind, and before it the last bits of the time. */
function sortByLowest(
  time: Int32Array | Float64Array,
  kind: Uint8Array,
  { highest, kindBits }: { readonly highest: number; readonly kindBits: number },
  places: Int32Array,
  sorted: Int32Array,
): void {
  const mask = ((places.length - 1) >>> kindBits) - 1;
  for (let i = 0; i < time.length; i++) {
    const rank = kind[i] === CENSORED ? highest : kind[i] - 1;
    places[(((time[i] & mask) << kindBits) | rank) + 1]++;
  }
  addUp(places);
  for (let i = 0; i < time.length; i++) {
    const rank = kind[i] === CENSORED ? highest : kind[i] - 1;
    sorted[places[((time[i] & mask) << kindBits) | rank]++] = i;
  }
}

/** Puts people into `sorted` by a digit of their time; those of one digit stay as they are in `order`. */
function sortByDigit(
  time: Int32Array | Float64Array,
  shift: number,
  places: Int32Array,
  order: Int32Array,
  sorted: Int32Array,
): void {
  const mask = places.length - 2;
  places.fill(0);
  for (let i = 0; i < time.length; i++) places[((time[i] >>> shift) & mask) + 1]++;
  addUp(places);
  for (let i = 0; i < order.length; i++) {
    const person = order[i];
    sorted[places[(time[person] >>> shift) & mask]++] = person;
  }
}

/** Turns the count of each digit, one place further on, into the place of the first person of each. */
function addUp(places: Int32Array): void {
  for (let digit = 1; digit < places.length; digit++) places[digit] += places[digit - 1];
}

function longestOf(time: Int32Array | Float64Array): number {
  let longest = 0;
  for (let i = 0; i < time.length; i++) {
    const minutes = time[i];
    if (minutes >>> 0 !== minutes)
      throw new RangeError(`time: expected whole minutes, 0 or more, below 2^32, got ${minutes}`);
    if (minutes > longest) longest = minutes;
  }
  return longest;
}

function highestOf(kind: Uint8Array): number {
  let highest = 0;
  for (let i = 0; i < kind.length; i++) if (kind[i] > highest) highest = kind[i];
  return highest;
}

/** Gives the bits that a whole number below 2^32 takes. */
const bitsOf = (highest: number): number => 32 - Math.clz32(highest);

/** Puts a follow-up in order. */
export function inOrder({ time, kind }: Omit<FollowUp, "order">): FollowUp {
  return { time, kind, order: orderByTime(time, kind) };
}

/**
 * Returns the order of everybody split by group, each part still in order of time, so that the estimators of
 * all groups together read each person once instead of once for each group.
 */
export function splitOrder(order: Int32Array, { code, sizes }: Groups): Int32Array[] {
  const parts = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < order.length; i++) {
    const person = order[i];
    const group = code[person];
    if (group < sizes.length) parts[group][filled[group]++] = person;
  }
  return parts;
}
