import type { Executor } from "../../sim/experiment/executor.ts";
import type { CellStore } from "./cell-store.ts";
import { storedExecutor } from "./stored-executor.ts";

/** Says that a store lacks what was to be read from it. */
export class NotKept extends Error {}

/** Gives what a store holds, and throws `NotKept` where that is not all that is asked for. */
export function keptOnly(executor: Executor, store: CellStore): Executor {
  const refusing: Executor = {
    ...executor,
    execute: async () => {
      throw new NotKept();
    },
  };
  return storedExecutor(refusing, store);
}
