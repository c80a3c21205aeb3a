import { inject } from "vitest";
import { type SmallFolders, smallFolders } from "../../bench/hostile/small-folders.ts";

let folders: Promise<SmallFolders> | undefined;

/**
 * Gives the small folders of all commands, made once for all files that share a process. They go when the
 * tests have ended: whoever changes one changes a copy.
 */
export function theSmallFolders(): Promise<SmallFolders> {
  folders ??= smallFolders(inject("scratch"));
  return folders;
}
