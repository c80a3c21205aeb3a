import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { entityKey } from "../../random/keys.ts";
import type { Clock } from "../clock.ts";
import type { Layout } from "../layout.ts";
import type { Practices } from "./practices.ts";

/**
 * Register numbers in a block; belongs to the model version, never to a scenario, or people would change
 * with it.
 */
export const REGISTER_BLOCK = 1000;
/**
 * Candidates a year for each person of a block: the ceiling of every referral rate. Belongs to the model
 * version too.
 */
export const CEILING_PER_YEAR = 0.12;

/** Holds the blocks of register numbers, each with its process of candidates for a referral. */
export type Candidates = ReturnType<typeof makeCandidates>;

/** Makes the blocks of every practice's register. */
export function makeCandidates({ practices }: Layout, clock: Clock) {
  const practice: number[] = [];
  const first: number[] = [];
  practices.forEach(({ listSize }, n) => {
    for (let number = 1; number <= listSize; number += REGISTER_BLOCK) {
      practice.push(n);
      first.push(number);
    }
  });
  return {
    practice: Int32Array.from(practice),
    /** First register number of a block. */
    first: Int32Array.from(first),
    key0: new Int32Array(practice.length),
    key1: new Int32Array(practice.length),
    /** Surgery time of a block's last candidate. */
    surgeryTime: new Float64Array(practice.length),
    /** Highest rate of the practice over the ceiling: a candidate above it is never a request. */
    highest: new Float64Array(practice.length),
    /** The same, or that of the reference demand if it is higher: a candidate above it is in neither. */
    observed: new Float64Array(practice.length),
    /** Mean surgery minutes between candidates of a block. */
    meanGap: (MINUTES_PER_YEAR * clock.surgeryShare) / (CEILING_PER_YEAR * REGISTER_BLOCK),
    /**
     * Surgery time past the end: a week more than the run has, since its first week need not begin on a
     * working day.
     */
    surgeryEnd: (clock.endMinute + MINUTES_PER_WEEK) * clock.surgeryShare,
  } as const;
}

/** Sets every block to the start of a replication and derives its key from its practice's. */
export function resetCandidates(candidates: Candidates, practices: Practices): void {
  candidates.surgeryTime.fill(0);
  for (let b = 0; b < candidates.practice.length; b++) {
    const practice = candidates.practice[b];
    const owner = { k0: practices.key0[practice], k1: practices.key1[practice] };
    const { k0, k1 } = entityKey(owner, "block", String(candidates.first[b]));
    candidates.key0[b] = k0;
    candidates.key1[b] = k1;
  }
}
