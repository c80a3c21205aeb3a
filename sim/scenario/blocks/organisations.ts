import * as z from "zod";
import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { FOCUSES } from "../../words/focuses.ts";
import { ORGANISATION_TYPES } from "../../words/organisation-types.ts";
import { duration, id, number, perFocus, perType, places, share, strict, title, whole } from "../fields.ts";
import { quantity, unlimited } from "../quantity.ts";

/** Declares community organisations, their places and their other clients. */

export const organisationSchema = strict({
  id,
  title,
  type: z.enum(ORGANISATION_TYPES),
  focus: z.enum(FOCUSES),
  locality: id.optional().describe("for a local charity: its locality"),
  region: id.optional().describe("for others: the region it serves; all if left out"),
  places: z.union([places("people that it can serve at once"), unlimited()]).optional(),
  demand: quantity("per_week", {
    min: 0,
    max: 1e6,
    meaning: "other clients who come in a week; from the type's background if left out",
  }).optional(),
});

/** Declares a row of the template from which organisations are generated. */
export const templateSchema = strict({
  id,
  type: z.enum(ORGANISATION_TYPES),
  focus: z.enum(FOCUSES),
  interviewed_focus: z.string().max(200).optional(),
});

const typeRules = strict({
  places: z.union([places("people that it can serve at once, at the start"), unlimited()]),
  background: quantity("share", {
    min: 0,
    max: 5,
    meaning: "other clients who come, over those whom its stated places can serve; link workers' come on top",
  }),
  intake_delay: duration("time from the link worker's referral to the organisation's list"),
  ineligible: share("share refused by eligibility from a link worker without a tie"),
  full_after: z.union([duration("expected wait over which it refuses"), unlimited()]),
  open_door: z.boolean().describe("never refuses, stretches over its places and triages"),
});

const generate = strict({
  local_per_practice: whole("local charities in each practice's locality", 0, 200),
  posts_per_city_wide: quantity("number", {
    min: 0.01,
    max: 1000,
    meaning: "link-worker posts for each city-wide charity",
  }),
  posts_per_statutory: quantity("number", {
    min: 0.01,
    max: 1000,
    meaning: "link-worker posts for each statutory or national organisation",
  }),
});

export const organisations = strict({
  members: z.array(organisationSchema).max(500_000),
  generate: z.union([generate, z.literal("none")]),
  template: z
    .array(templateSchema)
    .max(10_000)
    .describe("the organisations that generated ones are made after"),
  leave_queue: duration("mean time after which somebody in a queue gives it up", 1),
  background_crisis: share("share of other clients who come in a crisis"),
  displaced: share("share of the clients a shrunken statutory service turns away who go to charities"),
  stretch: number("people in place over places that an open-door organisation fills to", 1, 10),
  crisis_only_over: number("people in place over places from which it takes only people in crisis", 0, 10),
  weeks_in_place: perFocus(duration("mean time in a place", MINUTES_PER_DAY)),
  types: perType(typeRules),
});
