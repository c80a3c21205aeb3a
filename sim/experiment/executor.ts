import type { FateColumns } from "../measures/fates.ts";
import type { Detail, MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { JournalNames } from "../model/journal-names.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import type { TemplateRow } from "../scenario/load.ts";
import type { Scenario } from "../scenario/schema.ts";

/**
 * Names one scenario to be simulated under a seed, and what is kept of each replication. Structured clone
 * carries it, infinities included.
 */
export interface Job {
  readonly scenario: Scenario;
  /** Rows that `organisations.generate` is filled from. */
  readonly template: readonly TemplateRow[];
  readonly seed: string;
  readonly detail: Detail;
  /** Whether each replication comes with its journal. */
  readonly keepsJournal: boolean;
  /** Whether each replication comes with what became of each person. */
  readonly keepsFates: boolean;
}

/** Holds what one replication left: its measures, and the journal and fates if the job keeps them. */
export interface SimulatedReplication {
  readonly result: ReplicationResult;
  readonly journal: JournalColumns | undefined;
  readonly fates: FateColumns | undefined;
}

/** Hears of each replication as it ends, in any order; whoever simulated it waits until this is settled. */
export type OnReplication = (simulated: SimulatedReplication) => void | Promise<void>;

/** Hears of each replication of jobs that are simulated together, and of which of them it is. */
export type OnReplicationOf = (simulated: SimulatedReplication, job: Job) => void | Promise<void>;

/**
 * Simulates replications of jobs somewhere: in this thread, on others, or from a store of what was simulated
 * before. Where changes no result.
 */
export interface Executor {
  /** Learns what a job measures; throws if its world cannot be made. */
  plan(job: Job): Promise<MeasurePlan>;
  /** Learns what the numbers of a job's journals and fates stand for. */
  names(job: Job): Promise<JournalNames>;
  /**
   * Simulates replications of a job and returns their measures in the order asked for. Throws a
   * `ReplicationError` if one fails, and the signal's reason if it is aborted.
   */
  execute(
    job: Job,
    replications: readonly number[],
    onReplication?: OnReplication,
  ): Promise<ReplicationResult[]>;
  /**
   * Simulates the same replications of several jobs and returns their measures job by job. It may simulate
   * once what their worlds have in common before they part, which changes no result; `eachAlone` does not.
   */
  executeTogether(
    jobs: readonly Job[],
    replications: readonly number[],
    onReplication?: OnReplicationOf,
  ): Promise<ReplicationResult[][]>;
  close(): Promise<void>;
}

/** Makes, of how an executor simulates a job, how it simulates several: one after another. */
export function eachAlone(execute: Executor["execute"]): Executor["executeTogether"] {
  return async (jobs, replications, onReplication = () => {}) => {
    const results: ReplicationResult[][] = [];
    for (const job of jobs)
      results.push(await execute(job, replications, (simulated) => onReplication(simulated, job)));
    return results;
  };
}

/** Says which replication of which job failed, and why. */
export class ReplicationError extends Error {
  readonly job: Job;
  readonly replication: number;
  constructor(job: Job, replication: number, why: string) {
    super(why);
    this.name = "ReplicationError";
    this.job = job;
    this.replication = replication;
  }
}
