import * as z from "zod";
import { duration, number, share, strict } from "../fields.ts";
import { sumsToOne } from "../internal/sums-to-one.ts";
import { quantity } from "../quantity.ts";

/** Declares requests: how many, from whom, and who comes back. */
export const referral = strict({
  rate: quantity("rate_per_person", {
    min: 0,
    max: 0.12,
    meaning: "accepted requests for each registered person, at the reference list",
  }),
  reference_list: quantity("people", { min: 1, max: 1e6, meaning: "list size at which the rate holds" }),
  list_exponent: number("power of list size by which the rate changes", -2, 2),
  ramp: duration("time over which a new programme's referrals grow to the full rate"),
  on_site: share("part of the rate that grows with the share of the week that a post is on site"),
  relative_rate: z.array(number("rate of the quintile over that of the most deprived", 0, 10)).length(5),
  usual_care: share(
    "share of requests at a practice without a post that reach an organisation, chosen blind",
  ),
  presence: share(
    "maximum share of a practice's requests that go straight to an organisation that comes into the practice",
  ),
  sources: strict({
    gp: share("share of requests made by a GP"),
    practice_team: share("share of requests made by other practice staff"),
    self: share("share of requests made by the person"),
  }).check(sumsToOne),
  returns: strict({
    chance: share("chance of a new request after an ended episode"),
    open_needs_factor: number("factor on the chance of a new request if needs were left open", 0, 20),
    new_needs: number("mean of the Poisson number of new needs of somebody who comes back", 0, 20),
    delay: duration("mean time from the end of an episode to the new request"),
  }),
});
