import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import {
  access,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { badInput, CommandError, failed } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { ResultFile } from "./result-file.ts";
import type { Piece } from "./table-pieces.ts";

/** Names a file of a results folder and the SHA-256 of its bytes. */
export interface WrittenFile {
  readonly name: string;
  readonly sha256: string;
}

const RECORD = "run.json";

/**
 * Writes a results folder beside its place and moves it there when it is whole, so that nobody ever reads half of one.
 * Opening it refuses a folder that is not ours, before hours are spent on replications.
 */
export class ResultsFolder {
  readonly #out: string;
  readonly #place: string;
  readonly #temporary: string;
  /** The first folder on the way that had to be made, to be removed again if nothing is written. */
  readonly #made: string | undefined;
  readonly #files: WrittenFile[] = [];
  readonly #unfinished = new Set<ResultFile>();
  readonly #onExit = (): void => rmSync(this.#temporary, { recursive: true, force: true });

  private constructor(out: string, place: string, temporary: string, made: string | undefined) {
    this.#out = out;
    this.#place = place;
    this.#temporary = temporary;
    this.#made = made;
    process.once("exit", this.#onExit);
  }

  /** Checks that `out` may be written or replaced. */
  static async check(out: string): Promise<void> {
    await refuseForeign(out, await placeOf(out));
  }

  /** Checks that `out` may be written or replaced, and makes the temporary folder beside it. */
  static async open(out: string): Promise<ResultsFolder> {
    const place = await placeOf(out);
    await refuseForeign(out, place);
    const temporary = join(dirname(place), `.tmp-${basename(place)}-${randomBytes(4).toString("hex")}`);
    try {
      const made = await mkdir(dirname(place), { recursive: true });
      await mkdir(temporary);
      return new ResultsFolder(out, place, temporary, made);
    } catch (failure) {
      throw failed(messages.cannotWrite(out, messages.systemReason(failure)));
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

  /** Gives the SHA-256 over one line "name sha256" for each file, sorted by name: equal results, equal hash. */
  get contentHash(): string {
    const lines = this.files.map(({ name, sha256 }) => `${name} ${sha256}\n`);
    return createHash("sha256").update(lines.join("")).digest("hex");
  }

  /** Adds run.json and moves the folder into its place. */
  async finish(record: object, signal: AbortSignal): Promise<void> {
    await this.write(RECORD, [`${JSON.stringify(record, null, 2)}\n`], signal);
    await this.#orSay(this.#out, async () => {
      // Looked at again: much may have happened while the replications ran.
      await refuseForeign(this.#out, this.#place);
      const old = `${this.#temporary}-old`;
      const isReplaced = await rename(this.#place, old).then(
        () => true,
        (failure) => (failure.code === "ENOENT" ? false : Promise.reject(failure)),
      );
      try {
        await rename(this.#temporary, this.#place);
      } catch (failure) {
        if (isReplaced) await rename(old, this.#place);
        throw failure;
      }
      // The new results are in place by now; what is left of the old ones is not worth failing for.
      if (isReplaced) await rm(old, { recursive: true, force: true }).catch(() => {});
    });
    process.off("exit", this.#onExit);
  }

  /** Removes what was written, and the folders that were made for it. */
  async discard(): Promise<void> {
    process.off("exit", this.#onExit);
    for (const file of this.#unfinished) await file.abandon();
    await rm(this.#temporary, { recursive: true, force: true });
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

  async #orSay(what: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (failure) {
      if (failure instanceof CommandError) throw failure;
      throw failed(messages.cannotWrite(what, messages.systemReason(failure)));
    }
  }
}

const placeOf = (out: string): Promise<string> => realpath(out).catch(() => resolve(out));

/** Refuses a place that holds anything but results of linksim: what stands there is replaced whole. */
async function refuseForeign(out: string, place: string): Promise<void> {
  const there = await stat(place).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isDirectory()) throw badInput(messages.outIsAFile(out));
  const names = await readdir(place).catch((failure) => {
    throw failed(messages.cannotWrite(out, messages.systemReason(failure)));
  });
  if (names.length === 0) return;
  const ours = await recordedFiles(place);
  if (ours === undefined) throw badInput(messages.notALinksimFolder(out));
  const foreign = names.filter((name) => name !== RECORD && !ours.has(name)).sort();
  if (foreign.length > 0) throw badInput(messages.foreignFiles(out, foreign));
}

/** Reads which files the run.json of a folder lists; undefined if there is none of linksim. */
async function recordedFiles(place: string): Promise<ReadonlySet<string> | undefined> {
  try {
    await access(join(place, RECORD));
    const record: unknown = JSON.parse(await readFile(join(place, RECORD), "utf8"));
    const { content_hash, files } = record as { content_hash?: unknown; files?: unknown };
    if (typeof content_hash !== "string" || !Array.isArray(files)) return undefined;
    return new Set(files.map((file: { name?: unknown }) => String(file?.name)));
  } catch {
    return undefined;
  }
}
