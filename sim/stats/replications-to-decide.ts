import { studentTCritical } from "./student-t.ts";

/** More than anybody would simulate. */
const MAXIMUM = 1_000_000;

/**
 * Returns about how many values would put a 95 % Student-t interval on one side of a target, if mean and
 * spread stay as they are: the least n with t(n - 1) sd / √n under the distance. It is a plan and no
 * promise: with the mean where it is, half of such samples decide. Null where the mean lies on the target,
 * or over a million would be needed.
 */
export function replicationsToDecide(mean: number, sd: number, target: number): number | null {
  const distance = Math.abs(mean - target);
  const isEnough = (n: number): boolean => studentTCritical(0.95, n - 1) * sd < distance * Math.sqrt(n);
  let high = 2;
  while (!isEnough(high)) {
    high *= 2;
    if (high > MAXIMUM) return null;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (middle >= 2 && isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
