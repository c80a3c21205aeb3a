import type { Executor } from "./executor.ts";
import { nextTurn } from "./internal/next-turn.ts";

/**
 * Makes an executor that ends, with the signal's reason, when a replication is done after the signal was
 * given; none is begun from then on.
 */
export function until(signal: AbortSignal, executor: Executor): Executor {
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
      return executor.execute(job, replications, async (simulated) => {
        // An executor that has kept what is asked for, or never waits, would let nobody give the signal.
        await nextTurn();
        signal.throwIfAborted();
        await onReplication(simulated);
      });
    },
  };
}
