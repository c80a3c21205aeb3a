import * as z from "zod";
import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { duration, minutes, perYear, share, strict, whole } from "../fields.ts";
import { quantity, unlimited } from "../quantity.ts";

/** Declares contacts: their length, their spacing, and how many are missed. */
export const contact = strict({
  booking: z.enum(["diary", "as_ready"]).describe("appointments in a diary, or first come, first served"),
  length: z
    .enum(["fixed", "exponential", "lognormal"])
    .describe("distribution of a contact's minutes when served as ready"),
  first: minutes("face time of a first contact"),
  first_admin: minutes("administration after a first contact"),
  follow_up: minutes("face time of a later contact"),
  follow_up_admin: minutes("administration after a later contact"),
  missed: minutes("time lost by a missed appointment"),
  never_seen: minutes("time spent on somebody who declines or never attends"),
  notice: duration("shortest notice of an appointment"),
  booking_horizon: duration("how far ahead a first appointment is offered", MINUTES_PER_DAY),
  gap: duration("wanted time between contacts"),
  gap_spread: share("spread of the wanted time between contacts, both ways"),
  gap_law: z.enum(["uniform", "exponential"]),
  absorption_gap: duration("wanted time between contacts while every need is held or sent"),
  non_attendance: share("chance that an appointment is missed"),
  rebook_after: duration("time from a missed appointment to the next"),
  missed_in_a_row: whole("missed appointments in a row that close a case", 1, 20),
  crisis_rate: perYear("crises of a person in active casework", 0, 52),
  telephone: strict({
    share: share("share of later contacts that are calls"),
    minutes: minutes("time on the telephone"),
    work: quantity("number", { min: 0, max: 2, meaning: "work done by a call, in units of a meeting" }),
  }),
  group: strict({
    share: share("share of later contacts that are group sessions"),
    minutes: minutes("length of a session"),
    people: whole("people in a session", 1, 100),
    work: quantity("number", {
      min: 0,
      max: 2,
      meaning: "work done for each person in a session, in units of a meeting",
    }),
  }),
  reserved: share("share of casework time that is kept for first contacts"),
  at_most: z.union([
    quantity("contacts", {
      min: 1,
      max: 1000,
      whole: true,
      meaning: "contacts after which a case is reviewed out",
    }),
    unlimited(),
  ]),
});
