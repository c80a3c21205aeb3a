import { readFileSync } from "node:fs";
import { type PackedTree, packYaml } from "../../sim/scenario/packed-tree.ts";

/** Holds the defaults as they are published. */
export const DEFAULTS = readFileSync(new URL("../../scenarios/defaults.yaml", import.meta.url), "utf8");

let packed: PackedTree | undefined;

/**
 * Gives the loader what the published defaults say, read once a process: a load takes a millisecond and not
 * thirty.
 */
export function packedDefaults(text: string): PackedTree | undefined {
  if (text !== DEFAULTS) return undefined;
  packed ??= packYaml(DEFAULTS);
  return packed;
}
