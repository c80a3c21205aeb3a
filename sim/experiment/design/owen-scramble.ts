import type { Key } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { threefry, words } from "../../random/threefry.ts";

/**
 * Scrambles 32 bits of a coordinate by nested uniform scrambling (Owen 1995): whether a bit is flipped is
 * one keyed draw for all points that share the bits above it. A net stays a net, and every point is uniform
 * over the cube.
 */
export function owenScramble(bits: number, { k0, k1 }: Key): number {
  let flips = 0;
  for (let level = 0; level < 32; level++) {
    // A one before the bits above gives every node of the binary tree a number of its own.
    const above = level === 0 ? 1 : (1 << level) | (bits >>> (32 - level));
    threefry(k0, k1, above, PURPOSE.designScramble);
    flips |= (words[0] & 1) << (31 - level);
  }
  return (bits ^ flips) >>> 0;
}
