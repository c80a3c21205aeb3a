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
  /** How many that follow on each other are simulated together, as they may share a past; 1 if left out. */
  readonly together?: number;
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
  { atOnce, together = 1, onError, onDone }: SimulateCellsOptions,
): Promise<readonly FailedCell[]> {
  const failures: FailedCell[] = [];
  const left = cells[Symbol.iterator]();
  let broken: { readonly why: unknown } | undefined;
  const isOver = (): boolean => broken !== undefined || (onError === "stop" && failures.length > 0);
  const simulate = async (some: readonly WorkCell[]): Promise<void> => {
    const [{ block }] = some;
    const replications = range(block.from, block.before);
    try {
      const jobs = some.map(({ job }) => job);
      if (jobs.length === 1) await executor.execute(jobs[0], replications);
      else await executor.executeTogether(jobs, replications);
      for (const cell of some) onDone(cell);
    } catch (failure) {
      if (!(failure instanceof ReplicationError)) broken ??= { why: failure };
      else if (some.length === 1 || onError === "stop") {
        const cell = some.find(({ job }) => job === failure.job) ?? some[0];
        failures.push({ cell, replication: failure.replication, why: failure.message });
      }
      // The others are simulated all the same, and what of them is kept already is not simulated again.
      else for (const cell of some) await simulate([cell]);
    }
  };
  const workOn = async (): Promise<void> => {
    for (let some = taken(left, together); some.length > 0 && !isOver(); some = taken(left, together))
      for (const alike of ofOneBlock(some)) if (!isOver()) await simulate(alike);
  };
  await Promise.all(range(0, Math.max(1, atOnce)).map(workOn));
  if (broken !== undefined) throw broken.why;
  return failures;
}

/** Takes the next few of what is left. */
function taken(left: Iterator<WorkCell>, count: number): readonly WorkCell[] {
  const some: WorkCell[] = [];
  while (some.length < count) {
    const next = left.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}

/** Groups cells of the same replications. */
function ofOneBlock(cells: readonly WorkCell[]): readonly (readonly WorkCell[])[] {
  const groups = new Map<string, WorkCell[]>();
  for (const cell of cells) {
    const { from, before } = cell.block;
    const key = `${from} ${before}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()];
}
