import type { Executor } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { CellStore } from "./cell-store.ts";
import { storedExecutor } from "./stored-executor.ts";

/**
 * Opens a store, a folder that is made if it is not there, in which every replication is kept that is
 * simulated through the executor that it gives: what is there already is read and not simulated again. It is
 * the store of the command line (`--store`), found again under the same scenario, seed and model. Journals
 * are not kept. What is not there is simulated by `executor`, in this thread if left out, which is closed
 * with it. Throws where the folder is something else, or cannot be written.
 */
export async function stored(folder: string, executor: Executor = ownThread()): Promise<Executor> {
  return storedExecutor(executor, await CellStore.open(folder));
}
