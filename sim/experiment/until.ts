import type { Executor, Job, OnReplicationOf } from "./executor.ts";
import { nextTurn } from "./internal/next-turn.ts";

/**
 * Makes an executor that ends, with the signal's reason, when a replication is done after the signal was
 * given; none is begun from then on.
 */
export function until(signal: AbortSignal, executor: Executor): Executor {
  const unlessEnded =
    (onReplication: OnReplicationOf): OnReplicationOf =>
    async (simulated, job: Job) => {
      // An executor that has kept what is asked for, or never waits, would let nobody give the signal.
      await nextTurn();
      signal.throwIfAborted();
      await onReplication(simulated, job);
    };
  return {
    ...executor,
    async plan(job) {
      signal.throwIfAborted();
      return executor.plan(job);
    },
    async names(job) {
      signal.throwIfAborted();
      return executor.names(job);
    },
    async execute(job, replications, onReplication = () => {}) {
      signal.throwIfAborted();
      const hear = unlessEnded(onReplication);
      return executor.execute(job, replications, (simulated) => hear(simulated, job));
    },
    async executeTogether(jobs, replications, onReplication = () => {}) {
      signal.throwIfAborted();
      return executor.executeTogether(jobs, replications, unlessEnded(onReplication));
    },
  };
}
