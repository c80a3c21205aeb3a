import { open, rename, rm } from "node:fs/promises";

/**
 * Writes a file beside its place, has the disk keep it, and moves it there: nobody ever reads half of one,
 * whatever ends the process or the power. Throws what the system refuses.
 */
export async function writeWhole(
  path: string,
  contents: string | Uint8Array,
  { beside, mode = 0o666 }: { readonly beside: string; readonly mode?: number },
): Promise<void> {
  try {
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (failure) {
    await rm(beside, { force: true }).catch(() => {});
    throw failure;
  }
}
