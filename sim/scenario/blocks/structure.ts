import * as z from "zod";
import { strict } from "../fields.ts";

/** Declares rules that the evidence leaves open, each a choice between readings; the first is the default. */
export const structure = strict({
  needs: z
    .enum(["independent", "together"])
    .describe("whether needs come independently of one another, or those that go together cluster"),
});
