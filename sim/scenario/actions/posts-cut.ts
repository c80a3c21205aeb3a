import * as z from "zod";
import { countText } from "../../words/numbers.ts";
import { declareAction, type Staff } from "../declare-action.ts";
import { id, whole } from "../fields.ts";
import { actsOnceKnown, announced, fteText, knownText, someOf, staffText } from "../internal/action-parts.ts";
import { quantity } from "../quantity.ts";

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
    to_fte: quantity("number", {
      min: 0,
      max: 100_000,
      meaning: "or full-time equivalents that are left: whole posts end, and the last loses hours",
    }).optional(),
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
    announced,
  },
  {
    example: "to: 1",
    meaning: "link-worker posts end; their patients head the pool's list, or end with the post",
    exactlyOne: ["posts", "to", "to_fte"],
    text(action, staff) {
      const known = knownText(action);
      if (action.posts !== undefined)
        return `${someOf(action.posts)} ${action.posts.length === 1 ? "ends" : "end"}${known}`;
      const left = action.to_fte === undefined ? String(action.to ?? staff.posts) : fteText(action.to_fte);
      const change = `${staffText(staff)} become ${left}`;
      if (action.by_attrition) return `${change}, as their holders leave${known}`;
      if (action.to_fte !== undefined && action.rule === "spread")
        return `${change}; every post loses the same part of its hours${known}`;
      const spread = action.rule === "spread" ? spreadText(staff) : "";
      return `${change}${spread}; ${RULE_WORDS[action.rule]}${known}`;
    },
    mark: (action) =>
      action.to_fte !== undefined
        ? `posts cut to ${fteText(action.to_fte)}`
        : action.to === undefined
          ? `${countText(action.posts?.length ?? 0, "post")} cut`
          : `posts cut to ${action.to}${action.by_attrition ? ", as holders leave" : ""}`,
    actsFrom: actsOnceKnown,
    staffAfter,
  },
);

interface Cut {
  readonly posts?: readonly string[] | undefined;
  readonly to?: number | undefined;
  readonly to_fte?: number | undefined;
  readonly rule: (typeof RULES)[number];
  readonly by_attrition: boolean;
}

/** Who is left: of a cut by a rule, as if posts had the mean hours, and said to be so where they differ. */
function staffAfter({ posts, to, to_fte: toFte, rule, by_attrition }: Cut, staff: Staff): Staff {
  if (posts !== undefined)
    return {
      ...staff,
      posts: staff.posts - posts.length,
      fte: posts.reduce((sum, post) => sum - (staff.hours.get(post) ?? 1), staff.fte),
    };
  const mean = staff.posts > 0 ? staff.fte / staff.posts : 1;
  const fte = Math.min(staff.fte, toFte ?? (to ?? staff.posts) * mean);
  if (toFte !== undefined && rule === "spread" && !by_attrition && staff.fte > 0)
    return {
      ...staff,
      fte,
      hours: new Map([...staff.hours].map(([id, hours]) => [id, (hours * fte) / staff.fte])),
    };
  const isAlike = [...staff.hours.values()].every((hours) => Math.abs(hours - mean) < 0.005);
  return {
    ...staff,
    posts: Math.min(staff.posts, to ?? Math.ceil(fte / mean - 0.005)),
    fte,
    isRough: staff.isRough === true || !isAlike,
  };
}

const spreadText = ({ practices }: Staff): string => `, spread over ${countText(practices, "practice")}`;
