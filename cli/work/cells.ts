import type { Executor, Job } from "../../sim/experiment/executor.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { range } from "../../sim/experiment/replicate.ts";
import type { Block } from "../store/job-content.ts";
import { blocksOf } from "../store/stored-executor.ts";

/** One part of the work that is simulated and kept whole. */
export interface WorkCell {
  readonly job: Job;
  readonly block: Block;
  /** Point of the sweep; null where nothing is swept. */
  readonly point: number | null;
  /** What is laid over the scenario there; left out where that is nothing. */
  readonly set?: readonly string[];
}

/** Says that a cell failed, and why. */
export interface FailedCell {
  readonly cell: WorkCell;
  readonly replication: number;
  readonly why: string;
}

/** Cuts the replications of a job into cells. */
export function cellsOf(job: Job, replications: number, point: number | null): WorkCell[] {
  return blocksOf(job, range(0, replications)).map((block) => ({ job, block, point }));
}

/**
 * Says how many cells are under way at once: one more than there are threads, so that none waits for the
 * next; in one's own thread one, since it has one world.
 */
export function cellsAtOnce(workers: number): number {
  return workers === 1 ? 1 : workers + 1;
}

/** Changes how cells are simulated. */
export interface SimulateCellsOptions {
  readonly atOnce: number;
  readonly onError: "stop" | "continue";
  readonly onDone: (cell: WorkCell) => void;
}

/**
 * Simulates cells, some at once, through a executor that keeps them, and returns those that failed; where a
 * failure is to stop the work, no cell is begun after it, and those under way are ended.
 */
export async function simulateCells(
  cells: Iterable<WorkCell>,
  executor: Executor,
  { atOnce, onError, onDone }: SimulateCellsOptions,
): Promise<readonly FailedCell[]> {
  const failures: FailedCell[] = [];
  const left = cells[Symbol.iterator]();
  let broken: { readonly why: unknown } | undefined;
  const isOver = (): boolean => broken !== undefined || (onError === "stop" && failures.length > 0);
  const workOn = async (): Promise<void> => {
    for (let next = left.next(); !next.done && !isOver(); next = left.next()) {
      const cell = next.value;
      try {
        await executor.execute(cell.job, range(cell.block.from, cell.block.before));
        onDone(cell);
      } catch (failure) {
        if (failure instanceof ReplicationError)
          failures.push({ cell, replication: failure.replication, why: failure.message });
        else broken ??= { why: failure };
      }
    }
  };
  await Promise.all(range(0, Math.max(1, atOnce)).map(workOn));
  if (broken !== undefined) throw broken.why;
  return failures;
}
