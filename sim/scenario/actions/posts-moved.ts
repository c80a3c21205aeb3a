import * as z from "zod";
import { countText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { id } from "../fields.ts";
import { someOf } from "../internal/action-parts.ts";

export const postsMoved = declareAction(
  "posts_moved",
  {
    posts: z.array(id).min(1).describe("the posts that move"),
    practice: id.optional().describe("the practice that it goes to"),
    pool: id.optional().describe("or the pool"),
  },
  {
    example: "posts: [post-practice-1], practice: practice-2",
    meaning: "posts go to another practice or pool; their patients stay behind",
    exactlyOne: ["practice", "pool"],
    text: ({ posts, practice, pool }) =>
      `${someOf(posts)} ${posts.length === 1 ? "moves" : "move"} to ${practice ?? pool}; their ` +
      "patients stay on the list there",
    mark: (action) => `${countText(action.posts.length, "post")} moved`,
  },
);
