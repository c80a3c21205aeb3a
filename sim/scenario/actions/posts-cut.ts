import * as z from "zod";
import { dateText } from "../../words/dates.ts";
import { countText } from "../../words/numbers.ts";
import { declareAction, type Staff } from "../declare-action.ts";
import { id, whole } from "../fields.ts";
import { someOf } from "../internal/action-parts.ts";
import { date } from "../quantity.ts";

const RULES = ["smallest_list", "least_deprived", "drawn", "spread"] as const;

const RULE_WORDS: Readonly<Record<(typeof RULES)[number], string>> = {
  smallest_list: "those of the practices with the smallest lists go",
  least_deprived: "those of the least deprived practices go",
  drawn: "those that go are drawn at random",
  spread: "the best staffed go",
};

export const postsCut = declareAction(
  "posts_cut",
  {
    posts: z.array(id).min(1).optional().describe("the posts that end"),
    to: whole("number of posts that are left, where posts are not named", 0, 100_000).optional(),
    rule: z
      .enum(RULES)
      .describe(
        "which posts end when a number is left: those of the smallest lists, of the least deprived " +
          "practices, drawn at random, or the best staffed, with what is left spread over all practices",
      )
      .default("smallest_list"),
    by_attrition: z
      .boolean()
      .describe("posts end only as their holders leave, whoever that is, until the number is left")
      .default(false),
    announced: date("when it is made known; link workers leave more often from then on").optional(),
  },
  {
    meaning: "link-worker posts end; their patients head the pool's list, or end with the post",
    exactlyOne: ["posts", "to"],
    text(action, staff) {
      const known = action.announced === undefined ? "" : `, known since ${dateText(action.announced)}`;
      if (action.posts !== undefined)
        return `${someOf(action.posts)} ${action.posts.length === 1 ? "ends" : "end"}${known}`;
      const change = `${countText(staff.posts, "post")} become ${action.to ?? staff.posts}`;
      if (action.by_attrition) return `${change}, as their holders leave${known}`;
      const spread = action.rule === "spread" ? spreadText(staff) : "";
      return `${change}${spread}; ${RULE_WORDS[action.rule]}${known}`;
    },
    mark: (action) =>
      action.to === undefined
        ? `${countText(action.posts?.length ?? 0, "post")} cut`
        : `posts cut to ${action.to}${action.by_attrition ? ", as holders leave" : ""}`,
    // Link workers may leave from the day on which a cut is made known.
    actsFrom: ({ date: day, announced }) => (announced !== undefined && announced < day ? announced : day),
    postsAfter: (action, { posts }) => Math.min(posts, action.to ?? posts - (action.posts?.length ?? 0)),
  },
);

const spreadText = ({ practices }: Staff): string => `, spread over ${countText(practices, "practice")}`;
