import { beginTenure } from "../mechanisms/turnover.ts";
import { beginPost } from "../post-changes.ts";
import type { Lever } from "./lever.ts";

/** Lets new posts begin. */
export const postsAdded: Lever<"posts_added"> = {
  rule: "posts",
  apply(w, action) {
    const added = new Set(action.posts.map(({ id }) => id));
    w.layout.posts.forEach(({ id, pool }, post) => {
      if (!added.has(id) || w.staffing.isFunded[post] === 1) return;
      const { poolOfPractice } = w.staffing;
      // The pool may have been joined with another since.
      const [practice] = w.layout.pools[pool].practices;
      beginPost(w, post, poolOfPractice[practice]);
      beginTenure(w, post);
    });
  },
};
