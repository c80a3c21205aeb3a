import * as z from "zod";
import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { duration, money, perType, share, strict, whole } from "../fields.ts";
import { quantity, unlimited } from "../quantity.ts";

/** Declares the income of organisations. */

const fundingRules = strict({
  grants: whole("grants held at the start", 0, 24),
  grant_share: share("share of income that comes from grants"),
  renewal: share("chance that a grant is renewed at the end of its cycle"),
  new_grant: share("chance that a lost grant is won back at the next cycle"),
  drift: quantity("per_year", { min: -0.5, max: 0.5, meaning: "real growth of income a year" }),
});

export const funding = strict({
  place_year: money("cost of a place for a year"),
  reserves: duration("spending that the reserves at the start would cover"),
  notice: duration("time from the end of reserves to fewer places"),
  close_below: share("share of the places at the start under which an organisation closes"),
  reopens: z
    .union([
      duration("mean time until a generated organisation opens in the slot of one that closed"),
      unlimited(),
    ])
    .describe("after funding closed it; none for never"),
  grant_cycle: duration("length of a grant", 4 * MINUTES_PER_WEEK),
  types: perType(fundingRules),
});
