import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/**
 * Gives the bytes of numbers that are held after a collection: two, with a turn between, since buffers are
 * given back after the collection that finds them.
 */
export async function bytesHeld(): Promise<number> {
  collect();
  await new Promise(setImmediate);
  collect();
  return process.memoryUsage().arrayBuffers;
}
