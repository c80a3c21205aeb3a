import type { Better } from "../measures/metric.ts";
import { type PairedDifference, pairedDifference } from "../stats/paired-difference.ts";
import { FEWEST_PAIRS, sideOfZero } from "./side-of-zero.ts";

/** Chance of being wrong under which a difference is called sure. */
const SURE = 0.999;

/**
 * Says how sure the difference of two worlds is. `untold`: of one replication, or of none. `same`: no
 * replication differs. `rare`: too few differ, or they differ too much alike, for an interval. `unknown`: the
 * 95 % interval holds 0. `few`: it leaves 0 out, and there are too few pairs to say more. `likely`: it
 * leaves 0 out. `surely`: the 99.9 % interval does, in enough pairs. A difference that is the same in all
 * pairs needs no interval.
 */
export type Surety = "untold" | "same" | "rare" | "unknown" | "few" | "likely" | "surely";

/** Says which way a difference goes for people; more or less where neither way is better. */
export type Direction = "better" | "worse" | "more" | "less";

/** Holds a paired difference and how sure it is. */
export interface JudgedDifference {
  readonly difference: PairedDifference;
  readonly surety: Surety;
}

/** Judges a difference between replications that share their random numbers. */
export function judgeDifference(base: readonly number[], other: readonly number[]): JudgedDifference {
  const difference = pairedDifference(base, other);
  const { n, mean, ciHigh, sdPaired } = difference;
  if (mean === null || sdPaired === null) return { difference, surety: "untold" };
  if (sdPaired === 0) return { difference, surety: mean === 0 ? "same" : ofPairs(n, true) };
  if (ciHigh === null) return { difference, surety: "rare" };
  if (sideOfZero(difference) === 0) return { difference, surety: "unknown" };
  return {
    difference,
    surety: ofPairs(n, sideOfZero(pairedDifference(base, other, { confidence: SURE })) !== 0),
  };
}

function ofPairs(n: number, isSure: boolean): Surety {
  if (n < FEWEST_PAIRS.likely) return "few";
  return n >= FEWEST_PAIRS.surely && isSure ? "surely" : "likely";
}

/** Says which way a difference goes. */
export function directionOf(difference: number, better: Better): Direction {
  if (better === null) return difference > 0 ? "more" : "less";
  return difference > 0 === (better === "higher") ? "better" : "worse";
}
