import * as z from "zod";
import { duration, share, strict } from "../fields.ts";
import { postSchema } from "../internal/action-parts.ts";
import { sumsToOne } from "../internal/sums-to-one.ts";
import { quantity, unlimited } from "../quantity.ts";

/** Declares posts of link workers, their cases and their week. */
export const linkWorkers = strict({
  fte: quantity("number", {
    min: 0.05,
    max: 1,
    meaning: "share of full time of each post, where it does not say its own",
  }),
  posts: z.array(postSchema).max(100_000).describe("one full post for each practice if left empty"),
  working_days: quantity("days", { min: 1, max: 366, meaning: "days at work in a year" }),
  sick_days: quantity("days", {
    min: 0,
    max: 366,
    meaning: "days a year lost to sickness, of those not at work; they are known on the day",
  }),
  leave_notice: duration("how long before leave and training are known"),
  caseload_cap: z.union([
    quantity("people", {
      min: 1,
      max: 100_000,
      whole: true,
      meaning: "maximum number of open cases of a full-time post",
    }),
    unlimited(),
  ]),
  squeeze: share("part of networking and practice time that a full caseload takes"),
  protected_networking: share("share of the planned networking time that casework may not take"),
  time: strict({
    casework: share("share of the week for casework"),
    networking: share("share of the week for networking"),
    practice: share("share of the week for work with the practice"),
    supervision: share("share of the week for supervision"),
  }).check(sumsToOne),
});
