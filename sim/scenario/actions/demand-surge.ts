import * as z from "zod";
import { listText } from "../../words/lists.ts";
import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { duration } from "../fields.ts";
import { lasting, lastingText, overText } from "../internal/action-parts.ts";
import { quantity } from "../quantity.ts";

const WHAT_RISES = ["referrals", "organisations"] as const;

const RISING_WORDS: Readonly<Record<(typeof WHAT_RISES)[number], string>> = {
  referrals: "requests",
  organisations: "organisations' other clients",
};

export const demandSurge = declareAction(
  "demand_surge",
  {
    on: z
      .array(z.enum(WHAT_RISES))
      .min(1)
      .describe("what rises; both if left out")
      .default([...WHAT_RISES]),
    rise: quantity("share", { min: 0, max: 5, meaning: "share by which requests or other clients rise" }),
    over: duration("time over which it comes in; 0 weeks for one step").default(0),
    lasts: lasting("time after which it is over"),
  },
  {
    example: "rise: 50 %",
    meaning: "more requests and more other clients at organisations",
    text({ on, rise, over, lasts }) {
      const what = listText(on.map((part) => RISING_WORDS[part]));
      return `${what} rise by ${percentText(rise)}, ${overText(over)}, ${lastingText(lasts)}`;
    },
    mark: (action) => `demand +${percentText(action.rise)}`,
  },
);
