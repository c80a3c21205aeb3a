import * as z from "zod";
import { duration, number, positive, share, strict } from "../fields.ts";
import { quantity, unlimited } from "../quantity.ts";

/** Declares the waiting list of a pool, and who takes up an appointment. */
export const waitingList = strict({
  order: z.enum(["fifo", "crisis_first"]),
  limit: z.union([
    quantity("people", {
      min: 1,
      max: 1e9,
      whole: true,
      meaning: "longest list; further requests are turned away",
    }),
    unlimited(),
  ]),
  patience: duration("median time that a person waits for an offer before giving up", positive),
  patience_shape: number("shape of the Weibull distribution of patience", 0.1, 20),
  uptake: number("log odds of taking up an appointment offered at once"),
  uptake_per_week: number("change of the log odds of uptake for each week from referral to appointment"),
  uptake_readiness: number("change of the log odds of uptake for each unit of readiness"),
  says_so: share("share of those who do not take an appointment up who say so before anything is booked"),
  self_help: share("share of those never seen who turn up at organisations by themselves"),
});
