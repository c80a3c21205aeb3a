import { availableParallelism } from "node:os";
import type { Player } from "../../sim/experiment/player.ts";
import { openPool } from "./pool.ts";

/** Opens threads to play on, one a core if it is not said how many; close them when all is played. Results are the same with any number. */
export function threads(count = availableParallelism()): Player {
  return openPool(count, new AbortController().signal);
}
