import type { PackedTree } from "./packed-tree.ts";

/** Gives the loader its files: node:fs in the command line, a map in a browser or a test. Paths use `/`. */
export interface ScenarioSources {
  /**
   * Reads a file; null if there is none of that name (a folder is none). What it throws is reported as a
   * file that cannot be read.
   */
  read(path: string): Uint8Array | null;
  /** Where `defaults.yaml`, the innermost base of every scenario, stands. */
  readonly defaults: string;
  /** What the defaults say, if it was read before from this very text. */
  readonly packedDefaults?: (text: string) => PackedTree | undefined;
  /**
   * Folders into which `extends` and `data` may lead, besides the folder of the scenario itself: the working
   * directory.
   */
  readonly roots: readonly string[];
  /** The folder of the scenarios that come with the package; open only to a scenario that lies in it. */
  readonly library?: string;
  /** The absolute folder from which relative paths start; `/` if left out. */
  readonly directory?: string;
}

/** Serves files from a map of path to text or bytes. */
export function sourcesFromMap(
  files: ReadonlyMap<string, string | Uint8Array>,
  options: { readonly defaults: string; readonly roots?: readonly string[]; readonly library?: string },
): ScenarioSources {
  const encoder = new TextEncoder();
  return {
    read: (path) => {
      const file = files.get(path);
      return file === undefined ? null : typeof file === "string" ? encoder.encode(file) : file;
    },
    roots: [],
    ...options,
  };
}
