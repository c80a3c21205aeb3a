import type { Executor } from "./executor.ts";

/**
 * Makes a executor that ends, with the signal's reason, when a replication is done after the signal was
 * given; none is begun from then on.
 */
export function until(signal: AbortSignal, executor: Executor): Executor {
  return {
    ...executor,
    async plan(job) {
      signal.throwIfAborted();
      return executor.plan(job);
    },
    async execute(job, replications, onReplication = () => {}) {
      signal.throwIfAborted();
      return executor.execute(job, replications, async (simulated) => {
        signal.throwIfAborted();
        await onReplication(simulated);
      });
    },
  };
}
