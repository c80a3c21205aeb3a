import { availableParallelism } from "node:os";
import type { Executor } from "../../sim/experiment/executor.ts";
import { openPool } from "./pool.ts";

/**
 * Opens threads to simulate on, one a core if it is not said how many; close them when all is simulated.
 * Results are the same with any number.
 */
export function threads(count = availableParallelism()): Executor {
  return openPool(count, new AbortController().signal);
}
