import * as z from "zod";
import { number, share, strict } from "../fields.ts";
import { sumsToOne } from "../internal/sums-to-one.ts";

/** Declares who is referred. */
export const people = strict({
  deprivation: z
    .array(share("share of people in the quintile, most deprived first"))
    .length(5)
    .check(sumsToOne),
  women: share("share of women among those referred"),
  age_bands: z.record(z.string().max(20), share("share of those referred")).check(sumsToOne),
  per_quintile: number(
    "log odds of taking an appointment up, of coming to it and of waiting on that each quintile adds which " +
      "is less deprived",
    -2,
    2,
  ),
  readiness_sd: number("spread of readiness, in log odds", 0, 10),
  crisis: share("share of requests made in a crisis"),
});
