import * as z from "zod";
import { countText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { postSchema, someOf } from "../internal/action-parts.ts";

export const postsAdded = declareAction(
  "posts_added",
  { posts: z.array(postSchema).min(1).describe("the new posts") },
  {
    meaning: "new link-worker posts begin",
    text: ({ posts }) =>
      `${countText(posts.length, "post is", "posts are")} added (${someOf(posts.map(({ id }) => id))})`,
    mark: (action) => `${countText(action.posts.length, "post")} added`,
    postsAfter: (action, { posts }) => posts + action.posts.length,
  },
);
