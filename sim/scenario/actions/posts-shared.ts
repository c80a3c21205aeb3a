import * as z from "zod";
import { declareAction } from "../declare-action.ts";
import { id } from "../fields.ts";
import { someOf } from "../internal/action-parts.ts";

export const postsShared = declareAction(
  "posts_shared",
  {
    practices: z.array(id).min(2).describe("the practices, in one pool that is named after the first"),
  },
  {
    example: "practices: [practice-1, practice-2]",
    meaning: "practices share one waiting list and all their posts from then on",
    text: (action) => `${someOf(action.practices)} share one waiting list and their posts`,
    mark: () => "posts shared",
  },
);
