import type { Job, Player } from "../../sim/experiment/player.ts";
import { ReplicationError } from "../../sim/experiment/player.ts";
import { range } from "../../sim/experiment/replicate.ts";
import type { Block } from "../store/job-content.ts";
import { blocksOf } from "../store/stored-player.ts";

/** One part of the work that is played and kept whole. */
export interface WorkCell {
  readonly job: Job;
  readonly block: Block;
  /** Point of the sweep; null where nothing is swept. */
  readonly point: number | null;
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

/** Says how many cells are in play at once: one more than there are threads, so that none waits for the next; in one's own thread one, since it has one world. */
export function cellsAtOnce(workers: number): number {
  return workers === 1 ? 1 : workers + 1;
}

/** Changes how cells are played. */
export interface PlayCellsOptions {
  readonly atOnce: number;
  readonly onError: "stop" | "continue";
  readonly onDone: (cell: WorkCell) => void;
}

/** Plays cells, some at once, through a player that keeps them, and returns those that failed; where a failure is to stop the work, no cell is begun after it, and those in play are ended. */
export async function playCells(
  cells: Iterable<WorkCell>,
  player: Player,
  { atOnce, onError, onDone }: PlayCellsOptions,
): Promise<readonly FailedCell[]> {
  const failures: FailedCell[] = [];
  const left = cells[Symbol.iterator]();
  let broken: { readonly why: unknown } | undefined;
  const isOver = (): boolean => broken !== undefined || (onError === "stop" && failures.length > 0);
  const playOn = async (): Promise<void> => {
    for (let next = left.next(); !next.done && !isOver(); next = left.next()) {
      const cell = next.value;
      try {
        await player.play(cell.job, range(cell.block.from, cell.block.before));
        onDone(cell);
      } catch (failure) {
        if (failure instanceof ReplicationError)
          failures.push({ cell, replication: failure.replication, why: failure.message });
        else broken ??= { why: failure };
      }
    }
  };
  await Promise.all(range(0, Math.max(1, atOnce)).map(playOn));
  if (broken !== undefined) throw broken.why;
  return failures;
}
