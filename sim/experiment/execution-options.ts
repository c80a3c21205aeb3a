import type { LoadedScenario } from "../scenario/load.ts";
import { checkFunction, checkMethod } from "./door.ts";
import type { Executor, OnReplication } from "./executor.ts";
import { measuring, type OwnMeasure } from "./own-measures.ts";
import { ownThread } from "./own-thread.ts";
import { until } from "./until.ts";

/** A scenario that can be simulated: what `loadScenario` returns, or that part of it. */
export type Runnable = Pick<LoadedScenario, "scenario" | "template">;

/** Says where an experiment is simulated and who hears of it. */
export interface ExecutionOptions {
  /** Where it is simulated; in this thread if left out. Where changes no result. */
  readonly executor?: Executor;
  /** Ends it between two replications, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Hears of each replication as it ends. */
  readonly onReplication?: OnReplication;
  /** Measures of one's own, told beside those of the model; none if left out. */
  readonly measure?: OwnMeasure | readonly OwnMeasure[];
  /** @deprecated The earlier name of `executor`. */
  readonly player?: Executor;
  /** @deprecated The earlier name of `onReplication`. */
  readonly onPlayed?: OnReplication;
}

/**
 * Completes the options: the executor, ended by the signal, with measures of one's own, and who hears of each
 * replication. Throws a RangeError for what is none of these.
 */
export function executionOf(options: ExecutionOptions): {
  readonly executor: Executor;
  readonly onReplication: OnReplication | undefined;
} {
  const { player = ownThread(), executor = player, signal, onPlayed, onReplication = onPlayed } = options;
  for (const method of ["execute", "executeTogether"])
    checkMethod("executor", executor, method, "an executor, such as threads() opens");
  const { measure = [] } = options;
  if (signal !== undefined)
    checkMethod("signal", signal, "throwIfAborted", "the signal of an AbortController");
  if (onReplication !== undefined) checkFunction("onReplication", onReplication);
  const ended = signal === undefined ? executor : until(signal, executor);
  return { executor: measuring(ended, [measure].flat()), onReplication };
}
