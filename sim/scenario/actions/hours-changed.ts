import * as z from "zod";
import { declareAction } from "../declare-action.ts";
import { id } from "../fields.ts";
import { actsOnceKnown, announced, knownText, someOf } from "../internal/action-parts.ts";
import { quantity } from "../quantity.ts";

export const hoursChanged = declareAction(
  "hours_changed",
  {
    posts: z.array(id).min(1).describe("the posts whose hours change"),
    fte: quantity("number", { min: 0.05, max: 1, meaning: "share of full time from then on" }),
    announced,
  },
  {
    example: "posts: [post-practice-1], fte: 0.5",
    meaning: "posts get other hours; their patients stay with them",
    text: (action, { hours }) => {
      const before = [...new Set(action.posts.map((post) => hours.get(post)))];
      const from = before.length === 1 && before[0] !== undefined ? ` from ${before[0]}` : "";
      const go = action.posts.length === 1 ? "goes" : "go";
      return `${someOf(action.posts)} ${go}${from} to ${action.fte} of full time${knownText(action)}`;
    },
    mark: ({ fte }) => `hours ${fte}`,
    actsFrom: actsOnceKnown,
    staffAfter: (action, staff) => ({
      ...staff,
      fte: action.posts.reduce(
        (sum, post) => sum + action.fte - (staff.hours.get(post) ?? action.fte),
        staff.fte,
      ),
      hours: new Map([...staff.hours, ...action.posts.map((post) => [post, action.fte] as const)]),
    }),
  },
);
