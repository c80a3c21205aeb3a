import { rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { RECORD } from "./own-files.ts";

/**
 * Removes results that were replaced, file by file, and the folder if that leaves it empty: what came into
 * it meanwhile stays. The record goes last: after a kill in the middle it still says whose the rest is. Says
 * whether all is gone.
 */
export async function removeOwn(folder: string, own: readonly string[]): Promise<boolean> {
  try {
    const lastIsRecord = own.toSorted((a, b) => Number(a === RECORD) - Number(b === RECORD));
    for (const name of lastIsRecord) await unlink(join(folder, name));
    await rmdir(folder);
    return true;
  } catch {
    return false;
  }
}
