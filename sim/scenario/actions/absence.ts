import * as z from "zod";
import { dateText } from "../../words/dates.ts";
import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { idOf, share } from "../fields.ts";
import { date } from "../quantity.ts";

const LIST = ["waits", "cover", "colleagues"] as const;

const LIST_WORDS: Readonly<Record<(typeof LIST)[number], string>> = {
  waits: "the list waits",
  cover: "newcomers are seen by whoever covers",
  colleagues: "newcomers go to colleagues of the region",
};

export const absence = declareAction(
  "absence",
  {
    post: idOf("the post whose holder is away"),
    until: date("day on which the holder is back"),
    cover: share("working days that somebody covers").default(0),
    paid: z.boolean().describe("whether the holder is paid meanwhile; cover is paid beside it").default(true),
    list: z
      .enum(LIST)
      .describe(
        "what becomes of newcomers where the post has a list of its own: they wait, are seen on the " +
          "days of cover too, or go to the posts of the region's other lists",
      )
      .default("waits"),
  },
  {
    example: "post: post-practice-1, until: 2014-11-03, cover: 20 %, list: colleagues",
    meaning: "the holder of a post is away and comes back; patients keep their link worker",
    text({ post, until, cover, paid, list }) {
      const covered = cover === 0 ? "without cover" : `with cover on ${percentText(cover)} of the days`;
      return (
        `the holder of ${post} is away until ${dateText(until)}, ` +
        `${paid ? "paid" : "unpaid"} and ${covered}; patients keep their link worker, and ${LIST_WORDS[list]}`
      );
    },
    mark: ({ post }) => `${post} away`,
  },
);
