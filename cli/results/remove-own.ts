import { rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Removes results that were replaced, file by file, and the folder if that leaves it empty: what came into
 * it meanwhile stays. Says whether all is gone.
 */
export async function removeOwn(folder: string, own: readonly string[]): Promise<boolean> {
  try {
    for (const name of own) await unlink(join(folder, name));
    await rmdir(folder);
    return true;
  } catch {
    return false;
  }
}
