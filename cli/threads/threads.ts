import { availableParallelism } from "node:os";
import { wholeOption } from "../../sim/experiment/door.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { MAX_WORKERS } from "./max-workers.ts";
import { openPool } from "./pool.ts";

/**
 * Opens threads to simulate on, one a core if it is not said how many; close them when all is simulated.
 * Results are the same with any number. Throws a RangeError for what is no whole number from 1 to 256.
 */
export function threads(count = Math.min(MAX_WORKERS, availableParallelism())): Executor {
  return openPool(wholeOption("workers", count, 1, MAX_WORKERS), new AbortController().signal);
}
