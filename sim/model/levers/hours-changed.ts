import { changeHours } from "../post-changes.ts";
import type { Lever } from "./lever.ts";

/** Gives posts other hours; their patients stay with them. */
export const hoursChanged: Lever<"hours_changed"> = {
  rule: "posts",
  names: ({ posts }) => [{ path: "posts", what: "post", ids: posts }],
  apply: (w, { posts, fte }) =>
    w.layout.posts.forEach(({ id }, post) => {
      if (posts.includes(id)) changeHours(w, post, fte);
    }),
};
