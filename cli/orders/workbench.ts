import type { Player } from "../../sim/experiment/player.ts";
import * as messages from "../messages.ts";
import { CellStore } from "../store/cell-store.ts";
import { storedPlayer } from "../store/stored-player.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import { say } from "../terminal/print.ts";
import { openPool } from "../threads/pool.ts";
import { keptOrders } from "./kept-order.ts";
import type { Place } from "./place.ts";

/** What an order is done with: threads that play, and a store before them if cells are kept. */
export interface Workbench {
  readonly signal: AbortSignal;
  readonly player: Player;
  readonly store: CellStore | undefined;
  /** Tells of damaged cells, and removes a store that has served its purpose. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a workbench; `most` is how many threads the work can use. */
export async function openWorkbench(
  { store: folder, forgetsStore, workers, quiet }: Place,
  most = workers,
): Promise<Workbench> {
  // First of all: a store that is being made would be left half made.
  const signal = listenForInterruption(
    folder === undefined ? messages.interrupted : messages.interruptedKept(folder),
  );
  const store = folder === undefined ? undefined : await CellStore.open(folder);
  const pool = openPool(Math.max(1, Math.min(workers, most)), signal);
  return {
    signal,
    store,
    player: store === undefined ? pool : storedPlayer(pool, store),
    async finish() {
      if (store === undefined) return;
      if (store.damaged.length > 0 && !quiet) say(messages.damagedCells(store.folder, store.damaged.length));
      // Another piece of work may have kept its cells under the same name: then they stay.
      if (forgetsStore && (await keptOrders(store)).length <= 1) await store.remove();
    },
    close: () => pool.close(),
  };
}
