import * as z from "zod";
import { MAX_MEMBERS } from "../../sim/ensemble/members-file.ts";
import { MAX_REPLICATIONS } from "../../sim/experiment/door.ts";

const MAX_TEXT = 1000;
const MAX_PATHS = 200;

/** Declares an ensemble as part of a task: all of it, so that nothing else is needed to do it again. */
export const ensembleSchema = z.strictObject({
  /** The folder that it was read from, as it was named. */
  folder: z.string(),
  /** Replications of each member, of each scenario. */
  replications: z.int().min(2).max(MAX_REPLICATIONS),
  members: z
    .array(
      z.strictObject({
        member: z.int().min(1),
        weight: z.number().min(0),
        set: z
          .array(
            z
              .string()
              .max(MAX_TEXT)
              .regex(/^[^=]+=/),
          )
          .max(MAX_PATHS),
      }),
    )
    .min(1)
    .max(MAX_MEMBERS)
    .refine((members) => members.some(({ weight }) => weight > 0), { error: "expected a weight above 0" }),
  /** Paths that a scenario states itself, where members change nothing. */
  stated: z.array(z.strictObject({ scenario: z.string(), paths: z.array(z.string()) })),
});

/** An ensemble as a task holds it. */
export type TaskEnsemble = z.output<typeof ensembleSchema>;
