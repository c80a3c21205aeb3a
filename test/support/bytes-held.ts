import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/**
 * Gives the bytes of numbers that are held once everything is collected: buffers are given back some time
 * after the collection that finds them, and then other objects may be let go.
 */
export async function bytesHeld(): Promise<number> {
  for (let before = Infinity; ; ) {
    collect();
    // Longer than a turn: they are given back beside, on another thread.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { arrayBuffers } = process.memoryUsage();
    if (arrayBuffers >= before) return arrayBuffers;
    before = arrayBuffers;
  }
}
