import { createHash } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import {
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rmdir,
  stat,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { asideOf, besideOf } from "../disk/beside.ts";
import { makeFolders, nowhere } from "../disk/make-folders.ts";
import { messages } from "../messages/index.ts";
import { badInput, CommandError, failed } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import type { FileSink } from "./file-sink.ts";
import { contentsOf, RECORD } from "./own-files.ts";
import { removeOwn } from "./remove-own.ts";
import { ResultFile } from "./result-file.ts";
import { sweepLeftovers } from "./sweep-leftovers.ts";
import type { Piece } from "./table-pieces.ts";
import { removeUnfinished } from "./unfinished.ts";

/** Bounds how often a place is tried at which other processes put their results at the same time. */
const MAX_TRIES = 20;

/** Names a file of a results folder and the SHA-256 of its bytes. */
export interface WrittenFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Writes a results folder beside its place and moves it there when it is whole, so that nobody ever reads
 * half of one. Opening it refuses a folder that is not ours, before hours are spent on replications.
 */
export class ResultsFolder implements FileSink {
  readonly #out: string;
  readonly #place: string;
  readonly #temporary: string;
  /** The first folder on the way that had to be made, to be removed again if nothing is written. */
  readonly #made: string | undefined;
  readonly #files: WrittenFile[] = [];
  readonly #unfinished = new Set<ResultFile>();
  readonly #onExit = (): void => this.#undo();

  private constructor(out: string, place: string, temporary: string, made: string | undefined) {
    this.#out = out;
    this.#place = place;
    this.#temporary = temporary;
    this.#made = made;
    process.once("exit", this.#onExit);
  }

  /**
   * Checks that `out` may be written or replaced, when what killed processes left beside it is cleared away.
   */
  static async check(out: string): Promise<void> {
    const place = await placeOf(out);
    await sweepLeftovers(dirname(place));
    await ownFiles(out, place);
  }

  /** Checks that `out` may be written or replaced, and makes the temporary folder beside it. */
  static async open(out: string): Promise<ResultsFolder> {
    await ResultsFolder.check(out);
    const place = await placeOf(out);
    const temporary = besideOf(place);
    try {
      const made = await makeFolders(dirname(place));
      await mkdir(temporary);
      return new ResultsFolder(out, place, temporary, made);
    } catch (failure) {
      throw failed(messages.cannotWriteResults(out, failure));
    }
  }

  /** Opens a file that is written while the run goes on. */
  async open(name: string): Promise<ResultFile> {
    const orSay = (action: () => Promise<void>): Promise<void> => this.#orSay(join(this.#out, name), action);
    let handle: FileHandle | undefined;
    await orSay(async () => {
      handle = await open(join(this.#temporary, name), "wx");
    });
    const file = new ResultFile(handle!, orSay, (sha256) => {
      this.#unfinished.delete(file);
      this.#files.push({ name, sha256 });
    });
    this.#unfinished.add(file);
    return file;
  }

  /** Writes one file from its pieces. */
  async write(
    name: string,
    pieces: Iterable<Piece> | AsyncIterable<Piece>,
    signal: AbortSignal,
  ): Promise<void> {
    const file = await this.open(name);
    for await (const piece of pieces) {
      signal.throwIfAborted();
      await file.append(piece);
    }
    await file.close();
  }

  /** Lists what was written so far besides the record, sorted by name. */
  get files(): readonly WrittenFile[] {
    return this.#files.filter(({ name }) => name !== RECORD).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * Gives the SHA-256 over one line "name sha256" for each file, sorted by name: equal results, equal hash.
   */
  get contentHash(): string {
    const lines = this.files.map(({ name, sha256 }) => `${name} ${sha256}\n`);
    return createHash("sha256").update(lines.join("")).digest("hex");
  }

  /** Adds run.json and moves the folder into its place. */
  async finish(record: object, signal: AbortSignal): Promise<void> {
    await this.write(RECORD, [`${JSON.stringify(record, null, 2)}\n`], signal);
    await this.#orSay(this.#out, () => this.#putInPlace());
    process.off("exit", this.#onExit);
  }

  async #putInPlace(): Promise<void> {
    const old = asideOf(this.#temporary);
    for (let tries = 1; ; tries++) {
      const isReplaced = await setAside(this.#place, old);
      try {
        // Looked at again, where nobody writes any more: much may have happened while the replications ran.
        const own = isReplaced ? await ownFiles(this.#out, old) : [];
        await rename(this.#temporary, this.#place);
        // The command has done its work by now, and says what it could not clear away.
        if (isReplaced && !(await removeOwn(old, own))) say(messages.oldResultsStay(this.#out, old));
        return;
      } catch (failure) {
        if (isReplaced) await putBack(old, this.#place);
        // Another process has put its results there in this moment.
        if (!isTaken(failure) || tries === MAX_TRIES) throw failure;
      }
    }
  }

  /** Removes what was written, and the folders that were made for it. */
  async discard(): Promise<void> {
    process.off("exit", this.#onExit);
    for (const file of this.#unfinished) await file.abandon();
    this.#undo();
    if (this.#made === undefined) return;
    for (let folder = dirname(this.#place); folder.length >= this.#made.length; folder = dirname(folder)) {
      // Not empty: somebody else uses it by now.
      if (
        !(await rmdir(folder).then(
          () => true,
          () => false,
        ))
      )
        return;
    }
  }

  /** Leaves the place as it was, at whatever moment the work ends. */
  #undo(): void {
    removeUnfinished(this.#temporary);
    const old = asideOf(this.#temporary);
    if (existsSync(old) && !existsSync(this.#place)) renameSync(old, this.#place);
  }

  async #orSay(what: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (failure) {
      if (failure instanceof CommandError) throw failure;
      throw failed(messages.cannotWriteResults(what, failure));
    }
  }
}

const placeOf = (out: string): Promise<string> => realpath(out).catch(() => resolve(out));

/** Names what linksim wrote at a place; refuses one that holds anything else, or what changed since. */
async function ownFiles(out: string, place: string): Promise<readonly string[]> {
  for (let tries = 1; ; tries++) {
    const before = await folderAt(place);
    try {
      return await ownFilesNow(out, place);
    } catch (failure) {
      // Another process has put its results there in this moment: what was looked at was half of each.
      if (tries === MAX_TRIES || (await folderAt(place)) === before) throw failure;
    }
  }
}

/** Tells one folder from another that takes its place. */
const folderAt = (place: string): Promise<number | undefined> =>
  lstat(place).then(
    ({ ino }) => ino,
    () => undefined,
  );

async function ownFilesNow(out: string, place: string): Promise<readonly string[]> {
  const target = await nowhere(place);
  if (target !== undefined) throw badInput(messages.outToNowhere(out, target));
  const there = await stat(place).catch(() => undefined);
  if (there === undefined) return [];
  if (!there.isDirectory()) throw badInput(messages.outIsAFile(out));
  try {
    if ((await readdir(place)).length === 0) return [];
    const contents = await contentsOf(place);
    if (contents === undefined) throw badInput(messages.notALinksimFolder(out));
    if (contents === "damaged") throw badInput(messages.damagedOut(out));
    if (contents.foreign.length > 0) throw failed(messages.foreignFiles(out, contents.foreign));
    return contents.own;
  } catch (failure) {
    if (failure instanceof CommandError) throw failure;
    throw failed(messages.cannotWriteResults(out, failure));
  }
}

/** Moves what is at a place aside; false where nothing is. */
async function setAside(place: string, old: string): Promise<boolean> {
  try {
    await rename(place, old);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw failure;
  }
}

/** Moves what was set aside back to its place, unless somebody has put results there by now. */
async function putBack(old: string, place: string): Promise<void> {
  try {
    await rename(old, place);
  } catch (failure) {
    if (!isTaken(failure)) throw failure;
    const contents = await contentsOf(old);
    await removeOwn(old, typeof contents === "object" ? contents.own : []);
  }
}

const isTaken = (failure: unknown): boolean =>
  ["ENOTEMPTY", "EEXIST"].includes((failure as NodeJS.ErrnoException).code ?? "");
