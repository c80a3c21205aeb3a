import * as z from "zod";
import { DESIGNS, MAX_POINTS } from "../../sim/experiment/design/sweep-plan.ts";
import { isSeed, MAX_REPLICATIONS, SEED_IN_WORDS } from "../../sim/experiment/door.ts";
import { MAX_PARAMETERS } from "../../sim/experiment/sensitivity-plan.ts";
import { REPLICATION_DETAILS } from "../../sim/findings/replication-detail.ts";
import { FORMATS } from "../results/formats.ts";
import { ensembleSchema, planEnsembleSchema } from "./ensemble-task.ts";

/** As the command line bounds what is asked for: a task is read from folders and stores of strangers too. */
const count = z.int().min(1).max(MAX_REPLICATIONS);
const seed = z.string().refine(isSeed, { error: `expected ${SEED_IN_WORDS}` });

const extent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("replications"), count }),
  z.strictObject({ kind: z.literal("precision"), relative: z.number().gt(0).lt(1) }),
]);
const formats = z
  .array(z.enum(FORMATS))
  .min(1)
  .refine((given) => new Set(given).size === given.length, { error: "expected formats that differ" });

/** What is kept of single replications; everything where an order of an earlier version does not say it. */
const detail = z.enum(REPLICATION_DETAILS).optional();

const runTask = z.strictObject({
  kind: z.literal("run"),
  seed,
  extent,
  formats,
  detail,
  events: z.boolean(),
  variants: z.boolean(),
  ensemble: ensembleSchema.optional(),
});

const compareTask = z.strictObject({
  kind: z.literal("compare"),
  seed,
  extent: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("replications"), count }),
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
  detail,
  twins: z.int().min(0).max(MAX_REPLICATIONS),
  variants: z.boolean(),
  ensemble: ensembleSchema.optional(),
});

const attributeTask = z.strictObject({
  kind: z.literal("attribute"),
  seed,
  extent: z.strictObject({ kind: z.literal("replications"), count }),
  formats,
  detail,
  /** How differences are grouped, as texts of `--by`. */
  by: z.array(z.string()),
});

const sweepTask = z.strictObject({
  kind: z.literal("sweep"),
  seed,
  replications: count,
  formats,
  vary: z
    .array(z.strictObject({ path: z.string(), values: z.union([z.string(), z.array(z.string())]) }))
    .min(1),
  design: z.enum(DESIGNS),
  points: z.int().min(1).max(MAX_POINTS).nullable(),
  metrics: z.array(z.string()).nullable(),
  groups: z.boolean(),
  /** Whether parameters stand in the table of points alone; left out where they do not. */
  tidy: z.literal(true).optional(),
  ensemble: ensembleSchema.optional(),
});

/** A fitted target, as its file has it; those held out are no part of what is done. */
const targetSchema = z.strictObject({
  id: z.string().regex(/^\S+$/),
  metric: z.string(),
  group_by: z.string(),
  group: z.string(),
  window: z.literal("whole"),
  unit: z.string(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  discrepancy: z.number().min(0),
  source: z.string(),
});

const MAX_WAVES = 20;

const calibrateTask = z.strictObject({
  kind: z.literal("calibrate"),
  seed,
  formats,
  over: z.array(z.strictObject({ path: z.string(), values: z.string() })).min(1),
  targets: z.array(targetSchema).min(1),
  /** SHA-256 of the held-out rows; null where there are none. Nothing else of them is read. */
  held_out: z.string().nullable(),
  waves: z.int().min(1).max(MAX_WAVES),
  points: z.int().min(1).max(MAX_POINTS),
  replications: z.int().min(2).max(MAX_REPLICATIONS),
  members: z.int().min(1).max(MAX_POINTS),
  candidates: z.int().min(1).max(MAX_POINTS),
  member_replications: z.int().min(2).max(MAX_REPLICATIONS),
  /** SHA-256 of each file of the scenario. */
  files: z.array(z.string()),
  /** The command that asks for it: what an ensemble says of how it is made again. */
  command: z.string(),
});

const validateTask = z.strictObject({
  kind: z.literal("validate"),
  seed,
  extent: z.strictObject({ kind: z.literal("replications"), count }),
  formats,
  targets: z.array(targetSchema.extend({ role: z.enum(["fitted", "held_out"]), window: z.string() })).min(1),
  ensemble: ensembleSchema.optional(),
});

/** What a plan looks for. */
const planAsk = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("least"), by: z.string() }),
  z.strictObject({ kind: z.literal("tip"), by: z.string() }),
  z.strictObject({
    kind: z.literal("frontier"),
    by: z.tuple([z.string(), z.string()]),
    prices: z.array(z.string()),
    budget: z.number().gt(0).nullable(),
  }),
  z.strictObject({
    kind: z.literal("where"),
    change: z.enum(["lose", "add"]),
    fte: z.number().gt(0),
    part: z.number().gt(0).nullable(),
  }),
]);

const planTask = z.strictObject({
  kind: z.literal("plan"),
  seed,
  formats,
  /** Maximum number of replications of a value, of a combination or of a way. */
  at_most: count,
  /** The goal, then what must hold as well; none of where posts are lost or added. */
  goals: z.array(z.string()),
  ask: planAsk,
  /**
   * Of a least value and a tipping point: the members that are to meet the goals; of where posts are lost or
   * added: those over which a way is the best.
   */
  ensemble: planEnsembleSchema.optional(),
});

const sensitivityTask = z.strictObject({
  kind: z.literal("sensitivity"),
  seed,
  formats,
  /** Written out, so that no later change of the register changes what was asked. */
  parameters: z
    .array(
      z.strictObject({
        path: z.string(),
        values: z.string(),
        unit: z.string(),
        low: z.number(),
        high: z.number(),
        grade: z.enum(["A", "B", "C"]),
        evidence: z.string().nullable(),
        of: z.enum(["both", "base", "other"]),
      }),
    )
    .min(1)
    .max(MAX_PARAMETERS),
  metrics: z.array(z.string()).min(1),
  budget: count,
});

/**
 * Declares what is to be done, apart from the scenarios and from where and how fast: the same task with the
 * same scenarios gives the same bytes.
 */
export const taskSchema = z.discriminatedUnion("kind", [
  runTask,
  compareTask,
  attributeTask,
  sweepTask,
  calibrateTask,
  sensitivityTask,
  planTask,
  validateTask,
]);

export type RunTask = z.output<typeof runTask>;
export type CompareTask = z.output<typeof compareTask>;
export type AttributeTask = z.output<typeof attributeTask>;
export type SweepTask = z.output<typeof sweepTask>;
export type CalibrateTask = z.output<typeof calibrateTask>;
export type SensitivityTask = z.output<typeof sensitivityTask>;
export type ValidateTask = z.output<typeof validateTask>;
export type PlanTask = z.output<typeof planTask>;
/** What a plan of a kind looks for. */
export type PlanAsk<Kind extends PlanTask["ask"]["kind"]> = Extract<PlanTask["ask"], { readonly kind: Kind }>;
export type Task = z.output<typeof taskSchema>;
/** A task of which an ensemble may be a part, as a whole; a plan draws members of one. */
export type EnsembleTask = Exclude<Extract<Task, { readonly ensemble?: unknown }>, PlanTask>;

/** Says whether a command takes so many scenarios. */
export function takesScenarios(kind: Task["kind"], count: number): boolean {
  if (kind === "sweep" || kind === "calibrate" || kind === "plan" || kind === "validate") return count === 1;
  if (kind === "attribute") return count === 2;
  if (kind === "sensitivity") return count === 1 || count === 2;
  return count >= (kind === "compare" ? 2 : 1);
}
