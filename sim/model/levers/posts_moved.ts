import { beginPost, endPosts } from "../post-changes.ts";
import type { Lever } from "./lever.ts";

/** Moves posts with their holders to another pool; their patients are listed where they were. */
export const postsMoved: Lever<"posts_moved"> = {
  rule: "posts",
  apply(w, action) {
    const to = w.layout.practices.findIndex(({ id }) => id === action.practice);
    const pool =
      to >= 0 ? w.staffing.poolOfPractice[to] : w.layout.pools.findIndex(({ id }) => id === action.pool);
    const moved = w.layout.posts.flatMap(({ id }, post) =>
      action.posts.includes(id) && w.staffing.isFunded[post] === 1 ? [post] : [],
    );
    endPosts(w, moved, []);
    for (const post of moved) beginPost(w, post, pool);
  },
};
