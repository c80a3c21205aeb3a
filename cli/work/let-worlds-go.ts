import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Executor } from "../../sim/experiment/executor.ts";

/** Bytes of numbers from which it is worth while to collect: a city has fewer. */
const LARGE = 256e6;

/**
 * Closes what has simulated, so that tables are written in the memory of its worlds. That of a nation is
 * given back at once: V8 would wait until objects fill a heap of its own, beside it.
 */
export async function letWorldsGo(executor: Executor): Promise<void> {
  await executor.close();
  if (process.memoryUsage().arrayBuffers < LARGE) return;
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
}
