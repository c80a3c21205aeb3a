import type { ReplicationResult } from "../measures/result.ts";
import { type Executor, ReplicationError } from "./executor.ts";
import { nextTurn } from "./internal/next-turn.ts";
import { Station } from "./station.ts";

/**
 * Simulates in the caller's thread, one replication after another; between two of them others have a turn.
 */
export function ownThread(): Executor {
  const station = new Station();
  return {
    plan: async (job) => station.plan(job),
    names: async (job) => station.names(job),
    async execute(job, replications, onReplication = () => {}) {
      const results: ReplicationResult[] = [];
      for (const replication of replications) {
        let simulated: ReturnType<Station["execute"]>;
        try {
          simulated = station.execute(job, replication);
        } catch (failure) {
          throw new ReplicationError(
            job,
            replication,
            failure instanceof Error ? failure.message : String(failure),
          );
        }
        results.push(simulated.result);
        await nextTurn();
        await onReplication(simulated);
      }
      return results;
    },
    close: async () => {},
  };
}
