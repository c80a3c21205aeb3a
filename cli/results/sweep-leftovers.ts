import { lstat, rename, rm } from "node:fs/promises";
import { type Leftover, leftoversIn } from "../disk/beside.ts";
import { contentsOf } from "./own-files.ts";
import { removeOwn } from "./remove-own.ts";
import { removeUnfinished } from "./unfinished.ts";

/**
 * Clears away what processes that were killed left in a folder: files and results that were not finished.
 * Results that were set aside to be replaced go back to their place if nothing is there, else linksim's own
 * files of them are removed.
 */
export async function sweepLeftovers(folder: string): Promise<void> {
  for (const leftover of await leftoversIn(folder)) await sweep(leftover).catch(() => {});
}

async function sweep({ path, place, isAside }: Leftover): Promise<void> {
  const there = await lstat(path);
  if (there.isFile()) await rm(path, { force: true });
  else if (!isAside) removeUnfinished(path);
  else if (await isMissing(place)) await rename(path, place);
  else {
    const contents = await contentsOf(path);
    if (typeof contents === "object") await removeOwn(path, contents.own);
  }
}

const isMissing = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === "ENOENT",
  );
