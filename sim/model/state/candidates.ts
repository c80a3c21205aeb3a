import { fractionsInLines, intsInLines } from "../../engine/lines.ts";
import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../../engine/minutes.ts";
import { makeRows, shiftOf } from "../../engine/rows.ts";
import { withFields } from "../../engine/with-fields.ts";
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

/** Practice of a block, its first register number, and its key. */
const WHOSE = ["practice", "first", "key0", "key1"] as const;

const RATES = [
  /** Surgery time of a block's last candidate. */
  "surgeryTime",
  /** Highest rate of the practice over the ceiling: a candidate above it is never a request. */
  "highest",
  /** The same, or that of the reference demand if it is higher: a candidate above it is in neither. */
  "observed",
] as const;

/** Blocks are numbered in steps of two to this power: both kinds of fields lie so far apart. */
const SHIFT = shiftOf(WHOSE);

/** Holds the blocks of register numbers, each with its process of candidates for a referral. */
export type Candidates = ReturnType<typeof makeCandidates>;

/** Makes the blocks of every practice's register. */
export function makeCandidates({ practices }: Layout, clock: Clock) {
  const blocks = practices.map(({ listSize }) => Math.ceil(Math.max(0, listSize) / REGISTER_BLOCK));
  const count = blocks.reduce((sum, own) => sum + own, 0);
  const whose = makeRows(WHOSE, count, intsInLines);
  const numbers = Int32Array.from({ length: count }, (_, n) => n << SHIFT);
  let next = 0;
  for (const [practice, own] of blocks.entries()) {
    for (let n = 0; n < own; n++) {
      const block = numbers[next++];
      whose.practice[block] = practice;
      whose.first[block] = 1 + n * REGISTER_BLOCK;
    }
  }
  const rates = makeRows(RATES, count, fractionsInLines);
  return withFields(withFields(whose, rates), {
    /** Numbers of the blocks, which the fields are read by. */
    numbers,
    /** Mean surgery minutes between candidates of a block. */
    meanGap: (MINUTES_PER_YEAR * clock.surgeryShare) / (CEILING_PER_YEAR * REGISTER_BLOCK),
    /**
     * Surgery time past the end: a week more than the run has, since its first week need not begin on a
     * working day.
     */
    surgeryEnd: (clock.endMinute + MINUTES_PER_WEEK) * clock.surgeryShare,
  });
}

/** Sets every block to the start of a replication and derives its key from its practice's. */
export function resetCandidates(candidates: Candidates, practices: Practices): void {
  for (const block of candidates.numbers) {
    candidates.surgeryTime[block] = 0;
    const practice = candidates.practice[block];
    const owner = { k0: practices.key0[practice], k1: practices.key1[practice] };
    const { k0, k1 } = entityKey(owner, "block", String(candidates.first[block]));
    candidates.key0[block] = k0;
    candidates.key1[block] = k1;
  }
}
