import { Queues } from "../../engine/queues.ts";
import type { Key } from "../../random/keys.ts";
import { FOCUS_COUNT } from "../kinds.ts";
import type { Layout } from "../layout.ts";
import { deriveKeys } from "./keys.ts";
import type { Patients } from "./patients.ts";

/** Holds what is kept of each post. */
export type Posts = ReturnType<typeof makePosts>;

/** Makes room for the posts of a layout. */
export function makePosts({ posts }: Layout, patients: Patients) {
  return {
    key0: new Int32Array(posts.length),
    key1: new Int32Array(posts.length),
    caseload: new Int32Array(posts.length),
    cap: new Float64Array(posts.length),
    /** Open cases of a post, newcomers with an appointment among them. */
    roster: new Queues(posts.length, patients.shift),
    /** Casework minutes owed (calls, short visits to the files) that no slot is booked for yet. */
    deskMinutes: new Float64Array(posts.length),
    /** Casework minutes of the week that a new holder spends on getting to know organisations. */
    learningMinutes: new Float64Array(posts.length),
    /** Networking minutes kept for the next visit, and visits made so far. */
    networkingMinutes: new Float64Array(posts.length),
    visits: new Int32Array(posts.length),
    /** Those of them who have not been seen yet. */
    unseen: new Queues(posts.length, patients.shift),
    /** Needs of a post's patients that look for an organisation, at `post * FOCUS_COUNT + focus`. */
    wanted: new Int32Array(posts.length * FOCUS_COUNT),
    /**
     * Holders of a post so far, what is left of the threshold of the present one, and when a vacant post is
     * filled.
     */
    tenure: new Int32Array(posts.length),
    tenureLeft: new Float64Array(posts.length),
    filledAt: new Int32Array(posts.length),
    /** Minute at which a holder who is away for long comes back. */
    backAt: new Int32Array(posts.length),
    /** Share of the week that its plan gives to casework. */
    caseworkShare: new Float64Array(posts.length),
    /** People ready for a contact (served as ready), and whether the post is busy. */
    ready: new Queues(posts.length, patients.shift),
    isBusy: new Uint8Array(posts.length),
    /** Part of its practice-development time that a post could keep last week. */
    developing: new Float64Array(posts.length),
  } as const;
}

/** Empties the posts for a replication and derives their keys. */
export function resetPosts(posts: Posts, layout: Layout, key: Key): void {
  posts.caseload.fill(0);
  posts.roster.reset();
  posts.unseen.reset();
  posts.wanted.fill(0);
  posts.deskMinutes.fill(0);
  posts.networkingMinutes.fill(0);
  posts.visits.fill(0);
  posts.filledAt.fill(0);
  posts.backAt.fill(0);
  posts.ready.reset();
  posts.isBusy.fill(0);
  posts.developing.fill(0);
  deriveKeys(posts, layout.posts, key, "post");
}
