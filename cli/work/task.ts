import { z } from "zod";
import { DESIGNS } from "../../sim/experiment/design/sweep-plan.ts";
import { FORMATS } from "../results/formats.ts";

const extent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("replications"), count: z.int().min(1) }),
  z.strictObject({ kind: z.literal("precision"), relative: z.number().gt(0).lt(1) }),
]);
const formats = z.array(z.enum(FORMATS)).min(1);

const runTask = z.strictObject({
  kind: z.literal("run"),
  seed: z.string(),
  extent,
  formats,
  events: z.boolean(),
  variants: z.boolean(),
});

const compareTask = z.strictObject({
  kind: z.literal("compare"),
  seed: z.string(),
  extent: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("replications"), count: z.int().min(1) }),
    z.strictObject({
      kind: z.literal("differences"),
      goal: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("relative"), share: z.number().gt(0).lt(1) }),
        z.strictObject({
          kind: z.literal("absolute"),
          halfWidths: z.array(z.strictObject({ metric: z.string(), within: z.number().gt(0) })).min(1),
        }),
        z.strictObject({ kind: z.literal("sign") }),
      ]),
    }),
  ]),
  formats,
  twins: z.int().min(0),
  variants: z.boolean(),
});

const sweepTask = z.strictObject({
  kind: z.literal("sweep"),
  seed: z.string(),
  replications: z.int().min(1),
  formats,
  vary: z
    .array(z.strictObject({ path: z.string(), values: z.union([z.string(), z.array(z.string())]) }))
    .min(1),
  design: z.enum(DESIGNS),
  points: z.int().nullable(),
  metrics: z.array(z.string()).nullable(),
  groups: z.boolean(),
});

/**
 * Declares what is to be done, apart from the scenarios and from where and how fast: the same task with the
 * same scenarios gives the same bytes.
 */
export const taskSchema = z.discriminatedUnion("kind", [runTask, compareTask, sweepTask]);

export type RunTask = z.output<typeof runTask>;
export type CompareTask = z.output<typeof compareTask>;
export type SweepTask = z.output<typeof sweepTask>;
export type Task = z.output<typeof taskSchema>;
