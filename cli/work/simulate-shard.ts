import { messages } from "../messages/index.ts";
import { failed } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { cellsAtOnce, type FailedCell, simulateCells, type WorkCell } from "./cells.ts";
import type { Place } from "./place.ts";
import type { Workbench } from "./workbench.ts";

/** Changes what is told of a part, and how it is simulated. */
export interface SimulateShardOptions {
  /** How many cells that follow on each other are simulated together; 1 if left out. */
  readonly together?: number;
  /** Says in words that so many cells are kept; if left out that the parts are merged next. */
  readonly tellDone?: (cells: number) => Promise<string>;
}

/**
 * Simulates the cells of one part of the work and keeps them; nothing else is written, so that a lost or
 * repeated part does no harm. `tell` says in words what failed.
 */
export async function simulateShard(
  cells: Iterable<WorkCell>,
  tell: (failure: FailedCell) => string,
  { executor, store, finish }: Workbench,
  { shard, workers, onError, quiet }: Place,
  { together = 1, tellDone }: SimulateShardOptions = {},
): Promise<void> {
  if (shard === undefined || store === undefined) throw failed(messages.shardWithoutStore);
  const mine = [...cells];
  const progress = await openProgress(quiet, "cells");
  progress.start(mine.length);
  let failures: readonly FailedCell[];
  try {
    failures = await simulateCells(mine, executor, {
      atOnce: cellsAtOnce(workers),
      together,
      onError,
      onDone: () => progress.done(),
    });
  } finally {
    progress.stop();
  }
  await finish();
  if (failures.length > 0 && onError === "stop") throw failed(failures.map(tell).join("\n"));
  const kept = mine.length - failures.length;
  say(
    tellDone === undefined
      ? messages.shardDone(shard.part, shard.parts, kept, store.folder)
      : await tellDone(kept),
  );
  if (failures.length > 0) throw failed(failures.map(tell).join("\n"));
}
