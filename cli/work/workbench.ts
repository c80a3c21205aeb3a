import type { Executor } from "../../sim/experiment/executor.ts";
import { messages } from "../messages/index.ts";
import { CellStore } from "../store/cell-store.ts";
import { storedExecutor } from "../store/stored-executor.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import { say } from "../terminal/print.ts";
import { openPool } from "../threads/pool.ts";
import { keptTasks } from "./kept-task.ts";
import type { Place } from "./place.ts";

/** What a task is done with: threads that simulate, and a store before them if cells are kept. */
export interface Workbench {
  readonly signal: AbortSignal;
  readonly executor: Executor;
  readonly store: CellStore | undefined;
  /** Tells of damaged cells, and removes a store that has served its purpose. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a workbench; `maxWorkers` is how many threads the work can use. */
export async function openWorkbench(
  { store: folder, forgetsStore, workers, quiet }: Place,
  maxWorkers = workers,
): Promise<Workbench> {
  // First of all: a store that is being made would be left half made.
  const signal = listenForInterruption(
    folder === undefined ? messages.interrupted : messages.interruptedKept(folder),
  );
  const store = folder === undefined ? undefined : await CellStore.open(folder);
  if (store?.mended === "mark" && !quiet) say(messages.markMended(store.folder));
  const pool = openPool(Math.max(1, Math.min(workers, maxWorkers)), signal);
  return {
    signal,
    store,
    executor: store === undefined ? pool : storedExecutor(pool, store),
    async finish() {
      if (store === undefined) return;
      if (store.damaged.length > 0 && !quiet) say(messages.damagedCells(store.folder, store.damaged.length));
      // Another piece of work may have kept its cells under the same name: then they stay.
      const isForgotten = forgetsStore && (await keptTasks(store)).length <= 1;
      const stays = isForgotten ? await store.forget() : [];
      if (stays.length > 0) say(messages.storeStays(store.folder, stays));
      else if (store.mended === "removed" && !isForgotten && !quiet)
        say(messages.storeMadeAgain(store.folder));
    },
    close: () => pool.close(),
  };
}
