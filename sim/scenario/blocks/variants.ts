import * as z from "zod";
import { id, strict } from "../fields.ts";

/** Declares other assumptions about the same scenario. */
export const variants = z
  .array(
    strict({
      id,
      name: z.string().min(1).max(120).describe("what it assumes, as a row of a table"),
      why: z.string().min(1).max(500).optional().describe("why it is not known; printed under the table"),
      set: z.array(z.string().min(3).max(500)).min(1).max(50).describe("changes, as for --set: PATH=VALUE"),
    }),
  )
  .max(20)
  .describe("other assumptions under which a run shows the same scenario");
