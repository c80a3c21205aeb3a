import type { Action } from "../../scenario/actions.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { beginPost, endPosts } from "../post-changes.ts";
import type { Lever } from "./lever.ts";

/** Moves posts with their holders to another pool; their patients are listed where they were. */
export const postsMoved: Lever<"posts_moved"> = {
  rule: "posts",
  names: ({ posts, practice, pool }) => [
    { path: "posts", what: "post", ids: posts },
    { path: "practice", what: "practice", ids: [practice] },
    { path: "pool", what: "pool", ids: [pool] },
  ],
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

/** Lists the timeline's moves of posts. */
export function movesOfPosts({ timeline }: Scenario): Action<"posts_moved">[] {
  return timeline.filter((action) => action.kind === "posts_moved");
}
