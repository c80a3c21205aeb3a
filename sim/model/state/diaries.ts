import { intsInLines } from "../../engine/lines.ts";
import { makeRows, shiftOf } from "../../engine/rows.ts";
import { withFields } from "../../engine/with-fields.ts";
import type { Clock } from "../clock.ts";
import type { Layout } from "../layout.ts";

/** Says why a post can see nobody on a day. Whoever books knows of the first two alone. */
export const AWAY = {
  /** Leave that is known, a vacancy, or sick today. */
  known: 1,
  /** At work, but getting to know the work and the organisations. */
  learning: 2,
  /** Leave to come that nobody knows of yet. */
  leave: 4,
  /** Sickness to come. */
  sick: 8,
  /** A day of cover for those in casework, not for newcomers. */
  casesOnly: 16,
} as const;
/** Bits of a day that cannot be booked, not for a first contact, and of one that is not worked. */
export const NOT_BOOKABLE = AWAY.known | AWAY.learning;
export const NOT_FOR_NEWCOMERS = NOT_BOOKABLE | AWAY.casesOnly;
export const NOT_WORKED = AWAY.known | AWAY.leave | AWAY.sick;

/** What is kept of a day of a post. */
const DAY = [
  /** A bit for each slot booked. */
  "booked",
  /** Why the post can see nobody, as the bits of `AWAY`. */
  "away",
] as const;
const SHIFT = shiftOf(DAY);

/** Holds the posts' diaries, on a grid of slots. */
export type Diaries = ReturnType<typeof makeDiaries>;

/** Makes room for a diary of each post, as long as the clock knows days. */
export function makeDiaries({ posts }: Layout, { days }: Clock) {
  return withFields(makeRows(DAY, posts.length * days, intsInLines), {
    /** Days of each diary. */
    days,
    /** Casework slots of post p on weekday d as a mask, at `p * 7 + d`. */
    caseworkMask: new Int32Array(posts.length * 7),
  });
}

/** Gives where a day of a post stands. */
export function dayOf({ days }: Diaries, post: number, day: number): number {
  return (post * days + day) << SHIFT;
}

/** Empties the diaries for a replication. */
export function resetDiaries(diaries: Diaries): void {
  // Both fields are views of one array, which the first of them begins.
  diaries.booked.fill(0);
}
