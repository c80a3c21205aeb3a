import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import type { Action } from "../../scenario/actions.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { workUp } from "../mechanisms/cover.ts";
import { beginTenure } from "../mechanisms/turnover.ts";
import { beginPost } from "../post-changes.ts";
import type { Lever, Named } from "./lever.ts";

/** Lets new posts begin. */
export const postsAdded: Lever<"posts_added"> = {
  rule: "posts",
  names: ({ posts }) =>
    posts.flatMap(({ id, practice, pool }): Named[] => [
      { path: `posts[${id}].practice`, what: "practice", ids: [practice] },
      { path: `posts[${id}].pool`, what: "pool", ids: [pool] },
    ]),
  apply(w, action) {
    const added = new Set(action.posts.map(({ id }) => id));
    w.layout.posts.forEach(({ id, pool }, post) => {
      if (!added.has(id) || w.staffing.isFunded[post] === 1) return;
      const { poolOfPractice } = w.staffing;
      // The pool may have been joined with another since.
      const [practice] = w.layout.pools[pool].practices;
      workUp(w, post, Math.floor(w.now / MINUTES_PER_DAY));
      beginPost(w, post, poolOfPractice[practice]);
      beginTenure(w, post);
    });
  },
};

/** Lists the posts that the timeline adds. */
export function addedPosts({ timeline }: Scenario): Action<"posts_added">["posts"] {
  return timeline.flatMap((action) => (action.kind === "posts_added" ? action.posts : []));
}
