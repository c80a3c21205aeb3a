import * as z from "zod";
import { id, number, share, strict, title, whole } from "../fields.ts";
import { quantity } from "../quantity.ts";

/** Declares the practices, as they are listed or generated. */

export const practiceSchema = strict({
  id,
  title,
  list_size: quantity("people", { min: 0, max: 200_000, whole: true, meaning: "registered patients" }),
  locality: id
    .optional()
    .describe("the locality whose local organisations it can use; its own id if left out"),
  region: id.optional().describe("the region whose city-wide organisations it can use"),
  drivers: strict({
    leadership: number("shared leadership", 0, 1),
    team: number("team relationships", 0, 1),
    continuity: number("continuity of the link worker's support", 0, 1),
    few_innovations: number("few competing innovations", 0, 1),
  })
    .optional()
    .describe("what moves its integration; drawn if left out"),
  most_deprived: share(
    "share of its people in quintile 1; the other quintiles share the rest as in people.deprivation",
  ).optional(),
});

const generatePractices = strict({
  practices: whole("practices in all, those listed among them", 1, 20_000),
  posts: whole("full-time link-worker posts in all, spread evenly over pools", 0, 100_000),
  pools: whole(
    "pools in all; 0 for a list of its own at every practice; of a multiple of regions none is in two",
    0,
    20_000,
  ),
  regions: whole("regions that the practices lie in, one after another", 1, 1000),
  list_size: quantity("people", { min: 100, max: 200_000, meaning: "median list size" }),
  list_spread: number("spread of list sizes: standard deviation of the logarithm", 0, 2),
  most_deprived: z
    .array(share("share of a practice's people in quintile 1"))
    .length(2)
    .describe("minimum and maximum share of people in quintile 1"),
});

export const practices = z.array(practiceSchema).max(20_000);

export const generate = z.union([generatePractices, z.literal("none")]);
