import * as z from "zod";
import { countText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { fteText, postSchema, someOf } from "../internal/action-parts.ts";

export const postsAdded = declareAction(
  "posts_added",
  { posts: z.array(postSchema).min(1).describe("the new posts") },
  {
    example: "posts: [{ id: new, practice: practice-1 }]",
    meaning: "new link-worker posts begin",
    text: ({ posts }, { hours }) => {
      const fte = posts.reduce((sum, { id }) => sum + (hours.get(id) ?? 1), 0);
      const whole = Math.abs(fte - posts.length) < 0.005 ? "" : `, ${fteText(fte)}`;
      const names = someOf(posts.map(({ id }) => id));
      return `${countText(posts.length, "post is", "posts are")} added (${names})${whole}`;
    },
    mark: (action) => `${countText(action.posts.length, "post")} added`,
    staffAfter: (action, staff) => ({
      ...staff,
      posts: staff.posts + action.posts.length,
      fte: action.posts.reduce((sum, { id }) => sum + (staff.hours.get(id) ?? 1), staff.fte),
    }),
  },
);
