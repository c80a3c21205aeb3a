import * as z from "zod";
import { id, strict } from "../fields.ts";
import { target } from "../quantity.ts";

/** Declares what the service is held to. */
export const standards = z
  .array(
    strict({
      id,
      name: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe("what it asks, in words; made from the rest if left out"),
      metric: z.string().min(1).max(80).describe("what it is asked of: a metric of the tables"),
      of: z
        .enum(["demand", "referred"])
        .optional()
        .describe(
          "of whom a share seen or reaching three contacts is: of the reference demand, or of those " +
            "referred; of the demand if left out",
        ),
      group_by: z.string().min(1).max(80).describe("how people are grouped; all if left out").default("all"),
      group: z.string().min(1).max(80).describe("the group; all if left out").default("all"),
      at_least: target("minimum mean that meets it").optional(),
      at_most: target("maximum mean that meets it").optional(),
    }),
  )
  .max(50)
  .describe("what the service is held to: a run says of each whether it is met, not met or undecided");
