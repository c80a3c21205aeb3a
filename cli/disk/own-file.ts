import { lstat, readFile, realpath, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { messages } from "../messages/index.ts";
import { badInput, CommandError, failed } from "../terminal/exit-codes.ts";
import { besideOf, leftoversIn } from "./beside.ts";
import { nowhere } from "./make-folders.ts";
import { isSealed, type SealKind, sealed } from "./seal.ts";
import { writeWhole } from "./write-whole.ts";

/** No file that linksim seals is larger. */
const MAX_BYTES = 1 << 30;

/** Names a file that linksim writes, and how. */
export interface OwnFile {
  readonly path: string;
  readonly kind: SealKind;
}

/**
 * Refuses the place of a file if something is there that linksim did not write, or that was changed since;
 * a file without content may be replaced.
 */
export async function checkOwnFile({ path, kind }: OwnFile): Promise<void> {
  const target = await nowhere(path);
  if (target !== undefined) throw badInput(`${messages.linkToNowhere(path, target)}.`);
  try {
    const there = await stat(path);
    if (!there.isFile()) throw badInput(messages.noFileThere(path));
    if (there.size === 0) return;
    if (there.size > MAX_BYTES || !isSealed(kind, await readFile(path)))
      throw failed(messages.foreignFile(path));
  } catch (failure) {
    if (failure instanceof CommandError) throw failure;
    const { code } = failure as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") throw failed(messages.cannotWrite(path, failure));
  }
}

/**
 * Writes a file with its seal in the place of nothing, or of one that linksim wrote; a link is followed.
 */
export async function writeOwnFile(
  file: OwnFile,
  contents: string | Uint8Array,
  mode?: number,
): Promise<void> {
  await checkOwnFile(file);
  const { path, kind } = file;
  try {
    const place = await realpath(path).catch(() => resolve(path));
    await sweepFiles(dirname(place));
    await writeWhole(place, sealed(kind, contents), {
      beside: besideOf(place),
      ...(mode === undefined ? {} : { mode }),
    });
  } catch (failure) {
    throw failed(messages.cannotWrite(path, failure));
  }
}

/**
 * Removes a file that linksim wrote and nobody changed since, unless it holds a text; anything else is left
 * as it is. Says whether it did.
 */
export async function removeOwnFile({ path, kind }: OwnFile, unlessIn: string): Promise<boolean> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined || !there.isFile() || there.size > MAX_BYTES) return false;
  const bytes = await readFile(path);
  if (!isSealed(kind, bytes) || bytes.includes(unlessIn)) return false;
  await rm(path, { force: true });
  return true;
}

/** Removes files that killed processes were writing in a folder. */
async function sweepFiles(folder: string): Promise<void> {
  for (const { path } of await leftoversIn(folder)) {
    const isFile = await lstat(path).then(
      (there) => there.isFile(),
      () => false,
    );
    if (isFile) await rm(path, { force: true });
  }
}
