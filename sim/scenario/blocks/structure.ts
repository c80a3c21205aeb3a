import * as z from "zod";
import { strict } from "../fields.ts";

/**
 * Declares rules that the evidence leaves open, each a choice between readings; the first is the default.
 */
export const structure = strict({
  decliners: z
    .enum(["at_referral", "when_reached"])
    .describe("when those say so who would not come whatever the wait: at the referral, or at the offer"),
  needs: z
    .enum(["independent", "together"])
    .describe("whether needs come independently of one another, or those that go together cluster"),
  networking: z
    .enum(["where_needed", "in_turn"])
    .describe(
      "whom a link worker visits: organisations of the focus most needed, or whoever was not visited longest",
    ),
  cut_first: z
    .enum(["reserves", "places", "quality"])
    .describe("what an organisation that loses income gives up first"),
  absorption_contacts: z
    .enum(["due", "if_free"])
    .describe("whether contacts while every need is held or sent are due, or made only if a slot is free"),
});
