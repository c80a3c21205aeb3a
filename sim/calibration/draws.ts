import { entityKey, type Key, rootKey } from "../random/keys.ts";
import { PURPOSE } from "../random/purposes.ts";
import { uniform } from "../random/threefry.ts";

/** Derives from a user's seed the key of all that a calibration draws. */
export const calibrationKey = (seed: string): Key => entityKey(rootKey(seed), "calibration", "");

/** Gives one uniform number in (0, 1) after another: the same ones for the same key. */
export function drawsOf({ k0, k1 }: Key): () => number {
  let drawn = 0;
  return () => uniform(k0, k1, drawn++, PURPOSE.calibrationWalk);
}
