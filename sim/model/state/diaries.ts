import type { Clock } from "../clock.ts";
import type { Layout } from "../layout.ts";

/** Holds the posts' diaries, on a grid of slots. */
export type Diaries = ReturnType<typeof makeDiaries>;

/** Makes room for a diary of each post, as long as the clock knows days. */
export function makeDiaries({ posts }: Layout, { days }: Clock) {
  return {
    /** For post p and day d, a bit for each slot booked at `p * days + d`. */
    booked: new Int32Array(posts.length * days),
    /** Days on which a post is away, at `p * days + d`. */
    isAway: new Uint8Array(posts.length * days),
    /** Casework slots of post p on weekday d as a mask, at `p * 7 + d`. */
    caseworkMask: new Int32Array(posts.length * 7),
  } as const;
}

/** Empties the diaries for a replication. */
export function resetDiaries(diaries: Diaries): void {
  diaries.booked.fill(0);
  diaries.isAway.fill(0);
}
