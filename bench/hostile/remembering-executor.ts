import {
  type Executor,
  eachAlone,
  type Job,
  type SimulatedReplication,
} from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";

/**
 * Simulates each replication once, however often it is asked for, so that a folder can be verified hundreds
 * of times: what was made again is compared each time, but not simulated.
 */
export function rememberingExecutor(): Executor {
  const inner = ownThread();
  const jobs = new Map<string, Job>();
  const known = new Map<Job, Map<number, SimulatedReplication>>();
  const sameJob = (job: Job): Job => {
    const name = JSON.stringify(job, (_, value) => (value === Number.POSITIVE_INFINITY ? "Infinity" : value));
    const first = jobs.get(name) ?? job;
    jobs.set(name, first);
    return first;
  };
  const execute: Executor["execute"] = async (given, replications, onReplication = () => {}) => {
    const job = sameJob(given);
    const simulated = known.get(job) ?? new Map<number, SimulatedReplication>();
    known.set(job, simulated);
    await inner.execute(
      job,
      replications.filter((replication) => !simulated.has(replication)),
      (one) => {
        // Journals and fates are views of memory that the next replication is simulated in.
        simulated.set(one.result.replication, structuredClone(one));
      },
    );
    const results = [];
    for (const replication of replications) {
      const one = structuredClone(simulated.get(replication)!);
      await onReplication(one);
      results.push(one.result);
    }
    return results;
  };
  return {
    plan: (job) => inner.plan(sameJob(job)),
    names: (job) => inner.names(sameJob(job)),
    execute,
    executeTogether: eachAlone(execute),
    close: async () => {},
  };
}
