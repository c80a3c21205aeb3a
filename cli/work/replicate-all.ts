import { type Executor, type OnReplication, ReplicationError } from "../../sim/experiment/executor.ts";
import type { Extent } from "../../sim/experiment/extent.ts";
import { MAX_FOR_PRECISION, unmeasured } from "../../sim/experiment/precision.ts";
import {
  firstReplications,
  jobOf,
  keeperInMemory,
  type Measured,
  type ResultKeeper,
  replicateInto,
} from "../../sim/experiment/replicate.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import type { Results } from "../../sim/measures/scenario-results.ts";
import { nearestName } from "../../sim/scenario/nearest-name.ts";
import { messages } from "../messages/index.ts";
import type { EventsFiles } from "../results/events-files.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput, CommandError, failed } from "../terminal/exit-codes.ts";
import type { Progress } from "../terminal/progress.ts";
import { refuseUnfitting } from "./refuse-unfitting.ts";

/** Says how scenarios are to be simulated. */
export interface ReplicateAllOptions {
  readonly seed: string;
  readonly set: readonly string[];
  readonly extent: Extent;
  readonly executor: Executor;
  readonly progress: Progress;
  /** Threads that the executor simulates with; one if left out. */
  readonly workers?: number;
  /** Gives what keeps the results of a scenario; they are held in memory if left out. */
  readonly openKeeper?: (() => ResultKeeper) | undefined;
  /** Takes the journal of each replication, if journals are to be kept. */
  readonly events: EventsFiles | undefined;
}

/** Holds what was measured of one scenario. */
export interface ScenarioRun extends Measured {
  readonly named: NamedScenario;
  readonly results: Results;
}

/** Simulates every scenario, one after another. */
export async function replicateAll(
  scenarios: readonly NamedScenario[],
  options: ReplicateAllOptions,
): Promise<readonly ScenarioRun[]> {
  const { progress, extent, executor, seed, events, workers, openKeeper = keeperInMemory } = options;
  // A world that cannot be made, or a measure that is not there, is told before hours are spent.
  const plans: MeasurePlan[] = [];
  for (const named of scenarios) plans.push(await runnablePlan(named, options));
  refuseUnfitting(plans, {
    replications: firstReplications(extent),
    areFiled: options.openKeeper !== undefined,
    workers,
  });
  const runs: ScenarioRun[] = [];
  progress.start(firstReplications(extent) * scenarios.length);
  try {
    for (const named of scenarios) {
      if (events !== undefined)
        events.begin(await executor.names(jobOf(named, { seed, keepsJournal: true })));
      const onReplication: OnReplication = async ({ result, journal }) => {
        progress.done();
        if (journal !== undefined) await events?.add(result.replication, journal);
      };
      const keeper = openKeeper();
      const measured = await replicateInto(keeper, named, {
        seed,
        replications: extent,
        executor,
        keepsJournal: events !== undefined,
        onReplication,
        onMore: (count) => progress.more(count),
      });
      runs.push({ named, ...measured, results: keeper.results });
    }
    return runs;
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, scenarios, options));
  } finally {
    progress.stop();
  }
}

/**
 * Says what to tell of the precision that a run did not reach; undefined if it did, or none was asked for.
 */
export function shortfallOf({ named, precision, results }: ScenarioRun, extent: Extent): string | undefined {
  if (precision === null || precision.isReached || extent.kind !== "precision") return undefined;
  const { widest, relativeHalfWidth, neverHappened } = precision;
  const { name } = named.scenario;
  if (neverHappened.length > 0) return messages.neverHappened(name, neverHappened, results.length);
  return messages.precisionNotReached(name, extent.relative, MAX_FOR_PRECISION, widest, relativeHalfWidth);
}

/** Says in words what failed, with the command that repeats it. */
export function explained(
  { job, replication, message }: ReplicationError,
  scenarios: readonly NamedScenario[],
  { seed, set }: Pick<ReplicateAllOptions, "seed" | "set">,
): string {
  const { name } = job.scenario;
  const argument = scenarios.find(({ scenario }) => scenario.name === name)?.argument ?? name;
  return messages.replicationFailed({ scenario: name, argument, seed, set, replication }, message);
}

/**
 * Learns what a scenario measures, before hours are spent on another; says so if its world cannot be made.
 */
export async function planOf(
  named: NamedScenario,
  { seed, executor }: Pick<ReplicateAllOptions, "seed" | "executor">,
): Promise<MeasurePlan> {
  try {
    return await executor.plan(jobOf(named, { seed }));
  } catch (failure) {
    // Somebody interrupted it.
    if (failure instanceof CommandError) throw failure;
    const why = failure instanceof Error ? failure.message : String(failure);
    throw failed(messages.scenarioCannotStart(named.scenario.name, why));
  }
}

async function runnablePlan(named: NamedScenario, options: ReplicateAllOptions): Promise<MeasurePlan> {
  const plan = await planOf(named, options);
  if (options.extent.kind === "replications") return plan;
  for (const metric of unmeasured(plan, named.scenario.measures.precision_on)) {
    const near = nearestName(metric, new Set(plan.metrics.map((key) => key.metric)));
    throw badInput(messages.noSuchMeasure(named.argument, metric, near));
  }
  return plan;
}
