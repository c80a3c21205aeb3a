import * as z from "zod";
import { MAX_MEMBERS } from "../../sim/ensemble/members-file.ts";
import { MAX_REPLICATIONS } from "../../sim/experiment/door.ts";

const MAX_TEXT = 1000;
const MAX_PATHS = 200;

const memberSchema = z.strictObject({
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
});

/** Declares an ensemble as part of a task: all of it, so that nothing else is needed to do it again. */
export const ensembleSchema = z.strictObject({
  /** The folder that it was read from, as it was named. */
  folder: z.string(),
  /** Replications of each member, of each scenario. */
  replications: z.int().min(2).max(MAX_REPLICATIONS),
  members: z
    .array(memberSchema)
    .min(1)
    .max(MAX_MEMBERS)
    .refine((members) => members.some(({ weight }) => weight > 0), { error: "expected a weight above 0" }),
  /** Sets of values over the ranges as they were before any published figure was used; left out for none. */
  before: z.array(memberSchema).min(1).max(MAX_MEMBERS).optional(),
  /** Paths that a scenario states itself, where members change nothing. */
  stated: z.array(z.strictObject({ scenario: z.string(), paths: z.array(z.string()) })),
});

/** Declares the members of an ensemble that a plan asks, and how many of them are to meet its goals. */
export const planEnsembleSchema = ensembleSchema.omit({ replications: true, before: true }).extend({
  /** Share of the members, by weight. */
  share: z.number().gt(0).max(1),
  /** Members of the ensemble, of which these were drawn. */
  of: z.int().min(1).max(MAX_MEMBERS),
});

/** An ensemble as a plan holds it. */
export type PlanEnsemble = z.output<typeof planEnsembleSchema>;

/** An ensemble as a task holds it. */
export type TaskEnsemble = z.output<typeof ensembleSchema>;
