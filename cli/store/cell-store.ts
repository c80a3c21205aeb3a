import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { makeFolders } from "../disk/make-folders.ts";
import { NotPlain, readPlain } from "../disk/plain-file.ts";
import { hasEnded, PROCESS_MARK } from "../disk/process-mark.ts";
import { writeWhole } from "../disk/write-whole.ts";
import { messages } from "../messages/index.ts";
import { badInput, CommandError, failed } from "../terminal/exit-codes.ts";
import { type Cell, decodeCell, encodeCell } from "./cell.ts";
import { planText, sha256 } from "./digests.ts";
import { forgetStore } from "./forget-store.ts";
import { fitsPlan, parsePlan } from "./kept-plan.ts";
import { CELLS, cellPath, MARK, MARK_TEXT, meaningOf, planPath, STORE_FORM, UNFINISHED } from "./layout.ts";
import { isStoreLike } from "./store-like.ts";

/** Bounds how often a file is written again into a store that others are removing. */
const MAX_TRIES = 5;
/** Bounds the texts of a store: plans, and what was ordered with its scenarios. */
const MAX_TEXT_BYTES = 50_000_000;
let count = 0;

/**
 * Keeps simulated cells on disk under the digest of all that their numbers depend on, so that nothing is
 * ever simulated twice. A file is written beside its place and moved there whole: a kill at any moment loses
 * what was in flight and harms nothing, and two processes that simulate the same cell write the same file.
 */
export class CellStore {
  readonly folder: string;
  /** Cells that were there but damaged, and had to be simulated again. */
  readonly damaged: string[] = [];
  /** What had to be mended: its mark, or all of it, since somebody removed it while it was in use. */
  mended: "mark" | "removed" | undefined;
  readonly #plans = new Map<string, MeasurePlan>();
  /** What is in the store besides cells, as far as it was written here, by name. */
  readonly #written = new Map<string, string | Buffer>();

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens a store, and makes it if it is not there; refuses a folder that is something else. */
  static async open(folder: string): Promise<CellStore> {
    const store = (await CellStore.find(folder)) ?? new CellStore(folder);
    try {
      await makeFolders(folder);
      if (store.mended === "mark" || !(await isThere(join(folder, MARK)))) await store.#writeMark();
    } catch (failure) {
      throw failed(messages.cannotWriteStore(folder, failure));
    }
    await store.#sweep();
    return store;
  }

  /** Opens a store that must be there already. */
  static async openThere(folder: string): Promise<CellStore> {
    const there = await CellStore.find(folder);
    if (there === undefined) throw badInput(messages.noStore(folder));
    return there;
  }

  /** Opens a store if it is there, and writes nothing; refuses a folder that is something else. */
  static async find(folder: string): Promise<CellStore | undefined> {
    const names = await readdir(folder).catch(async (failure) => {
      if (failure.code === "ENOENT") return [];
      const isFile = await stat(folder).then(
        (there) => there.isFile(),
        () => false,
      );
      if (isFile) throw badInput(messages.notAStore(folder));
      throw failed(messages.cannotRead(folder, failure));
    });
    // A kill, or another process that is just making the store, leaves this before the mark is there.
    if (names.every((name) => name === UNFINISHED)) return undefined;
    const store = new CellStore(folder);
    if (await isMarkLost(folder)) store.mended = "mark";
    return store;
  }

  /** Takes over the cells and plans of another store that are not here yet; damaged ones are left behind. */
  async take(other: CellStore): Promise<void> {
    for (const prefix of await other.list(CELLS)) {
      for (const name of await other.list(join(CELLS, prefix))) {
        const key = name.replace(/\.cell$/, "");
        if (await this.has(key)) continue;
        const cell = await other.read(key);
        if (cell === undefined) continue;
        // Its plan was found whole when the cell was read.
        await this.addPlan((await other.plan(cell.plan)) as MeasurePlan);
        await this.write(cell);
      }
    }
  }

  /** Reads a cell; undefined if it is not there. A damaged one is noted, and counts as not there. */
  async read(key: string): Promise<Cell | undefined> {
    const path = this.#path(cellPath(key));
    let cell: Cell | undefined;
    try {
      cell = decodeCell(key, readPlain(path));
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      if (!(failure instanceof NotPlain)) throw failed(messages.cannotRead(path, failure));
    }
    const plan = cell === undefined ? undefined : await this.plan(cell.plan);
    if (cell !== undefined && plan !== undefined && fitsPlan(cell, plan)) return cell;
    this.damaged.push(key);
    return undefined;
  }

  /** Says whether a cell is there, without reading it. */
  async has(key: string): Promise<boolean> {
    return isThere(this.#path(cellPath(key)));
  }

  /** Writes a cell. */
  async write(cell: Cell): Promise<void> {
    await this.writeFile(cellPath(cell.key), encodeCell(cell));
  }

  /** Reads a measure plan by its digest; undefined if it is not there or damaged. */
  async plan(digest: string): Promise<MeasurePlan | undefined> {
    const known = this.#plans.get(digest);
    if (known !== undefined) return known;
    const text = await this.readText(planPath(digest));
    if (text === undefined || sha256(text) !== digest) return undefined;
    const plan = parsePlan(text);
    if (plan !== undefined) this.#plans.set(digest, plan);
    return plan;
  }

  /** Keeps a plan and gives its digest. */
  async addPlan(plan: MeasurePlan): Promise<string> {
    const text = planText(plan);
    const digest = sha256(text);
    if (!this.#written.has(planPath(digest))) {
      if ((await this.plan(digest)) === undefined) await this.writeFile(planPath(digest), text);
      this.#written.set(planPath(digest), text);
    }
    return digest;
  }

  /** Writes a file of the store whole. */
  async writeFile(name: string, content: string | Buffer): Promise<void> {
    try {
      await this.#write(name, content);
    } catch (failure) {
      if (failure instanceof CommandError) throw failure;
      throw failed(messages.cannotWriteStore(this.folder, failure));
    }
    if (!name.startsWith(CELLS)) this.#written.set(name, content);
  }

  /** Reads a text of the store; undefined if it is not there. */
  async readText(name: string): Promise<string | undefined> {
    try {
      return readPlain(this.#path(name), MAX_TEXT_BYTES).toString("utf8");
    } catch {
      return undefined;
    }
  }

  /** Lists the names in one of its folders, sorted. */
  async list(name: string): Promise<string[]> {
    return (await readdir(this.#path(name)).catch(() => [])).sort();
  }

  /**
   * Removes what linksim wrote into the store, and the folder if that leaves it empty; returns the names of
   * what stays.
   */
  async forget(): Promise<readonly string[]> {
    return forgetStore(this.folder, this.#written).catch((failure) => {
      if (failure.code === "ENOENT") return [];
      throw failed(messages.cannotWriteStore(this.folder, failure));
    });
  }

  async #write(name: string, content: string | Buffer): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.#beThere();
      try {
        await this.#put(name, content);
        return;
      } catch (failure) {
        // Somebody removes the store in this moment.
        if ((failure as NodeJS.ErrnoException).code !== "ENOENT" || tries === MAX_TRIES) throw failure;
      }
    }
  }

  async #put(name: string, content: string | Buffer): Promise<void> {
    const path = this.#path(name);
    const beside = this.#path(join(UNFINISHED, `${PROCESS_MARK}-${count++}`));
    for (const folder of [dirname(beside), dirname(path)])
      if (folder !== this.folder && !(await isThere(folder))) await makeFolders(folder);
    await writeWhole(path, content, { beside });
  }

  async #writeMark(): Promise<void> {
    await this.#put(MARK, MARK_TEXT);
  }

  /**
   * Makes the store again if somebody removed it while it was in use: what is simulated from here on is kept
   * then. The folder above it must be there still, or a disk is gone; and nothing else may be in its place.
   */
  async #beThere(): Promise<void> {
    if (await isThere(this.#path(MARK))) return;
    if (!(await isThere(this.folder))) await mkdir(this.folder);
    const isEmpty = (await readdir(this.folder)).every((name) => name === UNFINISHED);
    if (!isEmpty && !(await isStoreLike(this.folder))) throw failed(messages.storeReplaced(this.folder));
    await this.#writeMark();
    this.mended = "removed";
    for (const [name, content] of this.#written) await this.#put(name, content);
  }

  /** Removes what killed processes were writing. */
  async #sweep(): Promise<void> {
    for (const name of await this.list(UNFINISHED))
      if (hasEnded(name.slice(0, name.lastIndexOf("-"))))
        await rm(this.#path(join(UNFINISHED, name)), { force: true }).catch(() => {});
  }

  #path(name: string): string {
    return join(this.folder, name);
  }
}

/**
 * Says whether a store has lost its mark, or holds a damaged one; refuses a folder that is something else.
 */
async function isMarkLost(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MARK), "utf8").catch(() => undefined);
  const meaning = text === undefined ? "damaged" : meaningOf(text);
  if (meaning === "ours") return false;
  if (typeof meaning === "object")
    throw badInput(messages.storeOfAnotherForm(folder, meaning.form, STORE_FORM));
  if (meaning === "damaged" && (await isStoreLike(folder))) return true;
  throw badInput(
    text === undefined || meaning === "foreign" ? messages.notAStore(folder) : messages.damagedStore(folder),
  );
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
