import type { ReplicationResult } from "../measures/result.ts";
import type { Executor, Job } from "./executor.ts";
import { inParts } from "./in-parts.ts";
import { nextTurn } from "./internal/next-turn.ts";
import { Station } from "./station.ts";

/** Replications of jobs that are simulated together: so many pasts may be held at once. */
const TOGETHER = 16;

/**
 * Simulates in the caller's thread, one replication after another; between two of them others have a turn.
 */
export function ownThread(): Executor {
  let station = new Station();
  return {
    plan: async (job) => station.plan(job),
    names: async (job) => station.names(job),
    async execute(job, replications, onReplication = () => {}) {
      const results: ReplicationResult[] = [];
      for (const replication of replications) {
        const simulated = station.execute(job, replication);
        results.push(simulated.result);
        await nextTurn();
        await onReplication(simulated);
      }
      return results;
    },
    async executeTogether(jobs, replications, onReplication = () => {}) {
      const results = new Map<Job, ReplicationResult[]>(jobs.map((job) => [job, []]));
      for (const some of inParts(replications, TOGETHER))
        for (const { job, simulated } of station.executeTogether(jobs, some)) {
          results.get(job)?.push(simulated.result);
          await nextTurn();
          await onReplication(simulated, job);
        }
      return jobs.map((job) => results.get(job) ?? []);
    },
    /** Lets the world go that it keeps for the next job. */
    close: async () => {
      station = new Station();
    },
  };
}
