import { CENSORED } from "./follow-up.ts";

const RANKS = 256;
const LARGEST_KEY = Number.MAX_SAFE_INTEGER;

/**
 * Returns the people's indices in order of time; at one time, lower kinds first and censorings last; then by
 * index. Who is censored at the time of somebody's event was still at risk of it (Kaplan and Meier 1958,
 * section 2). Sorts numbers that hold time, rank and index together, since a sort without a comparator is
 * several times faster.
 */
export function orderByTime(time: Int32Array | Float64Array, kind: Uint8Array): Int32Array {
  const n = time.length;
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const minutes = time[i] as number;
    if (!(minutes >= 0 && Number.isInteger(minutes))) {
      throw new RangeError(`time: expected whole minutes, 0 or more, got ${minutes}`);
    }
    const rank = kind[i] === CENSORED ? RANKS - 1 : (kind[i] as number);
    keys[i] = (minutes * RANKS + rank) * n + i;
  }
  keys.sort();
  if (n > 0 && (keys[n - 1] as number) > LARGEST_KEY) {
    throw new RangeError("time: too long for so many people to be put in order exactly");
  }
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = (keys[i] as number) % n;
  return order;
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
