import {
  type Attributed,
  type Attribution,
  attribute,
  attributionJob,
  planAttribution,
} from "../../sim/experiment/attribute.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";
import type { Progress } from "../terminal/progress.ts";
import { cellsOf, type WorkCell } from "./cells.ts";
import { refuseUnfitting } from "./refuse-unfitting.ts";
import { explained, type ScenarioRun } from "./replicate-all.ts";
import type { AttributeTask } from "./task.ts";

/** Says where a difference is attributed. */
export interface AttributeAllOptions {
  readonly set: readonly string[];
  readonly executor: Executor;
  readonly progress: Progress;
  /** Threads that the executor simulates with; one if left out. */
  readonly workers?: number;
}

/** Holds what was attributed, and the scenarios that it was asked of. */
export interface AttributedScenarios extends Attributed {
  readonly mains: readonly [NamedScenario, NamedScenario];
}

/**
 * Plans the worlds between two scenarios; says what is wrong with them or with the grouping, all at once.
 */
export function attributionOf(
  { by, seed }: AttributeTask,
  [base, other]: readonly NamedScenario[],
): Attribution {
  try {
    return planAttribution(base, other, by, seed);
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw badInput(
      [...failure.problems.map(renderProblem), messages.nothingRun(failure.problems.length)].join("\n"),
    );
  }
}

/** Lists the cells that an attribution simulates, world by world. */
export function attributionCells(task: AttributeTask, mains: readonly NamedScenario[]): WorkCell[] {
  const attribution = attributionOf(task, mains);
  return attribution.worlds.flatMap((world) =>
    cellsOf(attributionJob(attribution, world, task.seed), task.extent.count, null),
  );
}

/** Simulates every world between two scenarios. */
export async function attributeAll(
  task: AttributeTask,
  [base, other]: readonly NamedScenario[],
  { set, executor, progress, workers }: AttributeAllOptions,
): Promise<AttributedScenarios> {
  const { seed, extent, by } = task;
  const attribution = attributionOf(task, [base, other]);
  const { worlds } = attribution;
  const plan = await executor.plan(attributionJob(attribution, worlds[0], seed));
  refuseUnfitting(
    worlds.map(() => plan),
    { replications: extent.count, workers },
  );
  progress.start(extent.count * worlds.length);
  try {
    const attributed = await attribute(base, other, {
      seed,
      replications: extent.count,
      by,
      executor,
      onReplication: () => progress.done(),
    });
    return { ...attributed, mains: [base, other] };
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, [base, other], { seed, set }));
  } finally {
    progress.stop();
  }
}

/** Lists every world as a run: the two scenarios at both ends. */
export function worldRuns({ mains: [base, other], worlds }: AttributedScenarios): readonly ScenarioRun[] {
  return worlds.map((world, coalition) => {
    if (coalition === 0) return { named: base, ...world };
    if (coalition === worlds.length - 1) return { named: other, ...world };
    return { named: { ...base, scenario: world.scenario, variants: [], variantOf: null }, ...world };
  });
}
