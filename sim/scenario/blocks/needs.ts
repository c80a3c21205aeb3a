import * as z from "zod";
import { number, perFocus, share, strict, whole } from "../fields.ts";
import { sumsToOne } from "../internal/sums-to-one.ts";
import { quantity } from "../quantity.ts";

/** Declares what people need, and the work that it takes. */
export const needs = strict({
  extra: number("mean of the Poisson number of needs beyond the first", 0, 20),
  at_most: whole("maximum number of needs of a person", 1, 7),
  own: share("share of needs that the link worker can meet"),
  severity: z.array(share("share of needs of severity 1, 2, 3")).length(3).check(sumsToOne),
  focus: perFocus(share("share of first needs; a person has no two needs of one focus")).check(sumsToOne),
  clustering: number(
    "factor on the share of a focus that goes together with one that the person has, where " +
      "`structure.needs` is together",
    0,
    20,
  ),
  work_own: quantity("contacts", {
    min: 0.1,
    max: 1000,
    meaning: "mean work of a need that the link worker meets",
  }),
  work_link: quantity("contacts", { min: 0.1, max: 1000, meaning: "mean work before a link is sent" }),
  work_per_severity: share("work that each step of severity over the first adds, as a share"),
  work_law: z
    .enum(["geometric", "fixed"])
    .describe("distribution of the work: a fixed chance that a contact is the last, or none"),
  first_contact: quantity("number", {
    min: 0,
    max: 1,
    meaning: "work done by a first contact, in units of a later one",
  }),
  at_a_time: whole("needs worked on in one contact", 1, 7),
  failed_links: whole("failed links after which a need is given up", 1, 50),
});
