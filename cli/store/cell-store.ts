import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import * as messages from "../messages/index.ts";
import { badInput, CommandError, failed } from "../terminal/exit-codes.ts";
import { type Cell, decodeCell, encodeCell } from "./cell.ts";
import { planText, sha256 } from "./digests.ts";

const MARK = "linksim-store.json";
const FORM = 1;
const UNFINISHED = "unfinished";

/**
 * Keeps simulated cells on disk under the digest of all that their numbers depend on, so that nothing is
 * ever simulated twice. A file is written beside its place and moved there whole: a kill at any moment loses
 * what was in flight and harms nothing, and two processes that simulate the same cell write the same file.
 */
export class CellStore {
  readonly folder: string;
  /** Cells that were there but damaged, and had to be simulated again. */
  readonly damaged: string[] = [];
  readonly #plans = new Map<string, MeasurePlan>();
  readonly #knownPlans = new Set<string>();

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens a store, and makes it if it is not there; refuses a folder that is something else. */
  static async open(folder: string): Promise<CellStore> {
    const there = await CellStore.find(folder);
    if (there !== undefined) return there;
    const store = new CellStore(folder);
    await store.writeFile(MARK, `${JSON.stringify({ program: "linksim", form: FORM })}\n`);
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
    await refuseForeign(folder);
    return new CellStore(folder);
  }

  /** Takes over the cells and plans of another store that are not here yet; damaged ones are left behind. */
  async take(other: CellStore): Promise<void> {
    for (const prefix of await other.list("cells")) {
      for (const name of await other.list(join("cells", prefix))) {
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
    const file = await readFile(path).catch((failure) => {
      if (failure.code === "ENOENT") return undefined;
      throw failed(messages.cannotRead(path, failure));
    });
    if (file === undefined) return undefined;
    const cell = decodeCell(key, file);
    if (cell === undefined || (await this.plan(cell.plan)) === undefined) {
      this.damaged.push(key);
      return undefined;
    }
    return cell;
  }

  /** Says whether a cell is there, without reading it. */
  async has(key: string): Promise<boolean> {
    return stat(this.#path(cellPath(key))).then(
      () => true,
      () => false,
    );
  }

  /** Writes a cell. */
  async write(cell: Cell): Promise<void> {
    await this.writeFile(cellPath(cell.key), encodeCell(cell));
  }

  /** Reads a measure plan by its digest; undefined if it is not there or damaged. */
  async plan(digest: string): Promise<MeasurePlan | undefined> {
    const known = this.#plans.get(digest);
    if (known !== undefined) return known;
    const text = await readFile(this.#path(planPath(digest)), "utf8").catch(() => undefined);
    if (text === undefined || sha256(text) !== digest) return undefined;
    // Its digest says that it is the plan that addPlan wrote.
    const plan = JSON.parse(text) as MeasurePlan;
    this.#plans.set(digest, plan);
    return plan;
  }

  /** Keeps a plan and gives its digest. */
  async addPlan(plan: MeasurePlan): Promise<string> {
    const text = planText(plan);
    const digest = sha256(text);
    if (!this.#knownPlans.has(digest)) {
      if ((await this.plan(digest)) === undefined) await this.writeFile(planPath(digest), text);
      this.#knownPlans.add(digest);
    }
    return digest;
  }

  /** Writes a file of the store whole. */
  async writeFile(name: string, content: string | Buffer): Promise<void> {
    const path = this.#path(name);
    const beside = this.#path(join(UNFINISHED, `${process.pid}-${randomBytes(4).toString("hex")}`));
    try {
      await mkdir(dirname(path), { recursive: true });
      await mkdir(dirname(beside), { recursive: true });
      await writeFile(beside, content);
      await rename(beside, path);
    } catch (failure) {
      await rm(beside, { force: true }).catch(() => {});
      if (failure instanceof CommandError) throw failure;
      throw failed(messages.cannotWriteStore(this.folder, failure));
    }
  }

  /** Reads a text of the store; undefined if it is not there. */
  async readText(name: string): Promise<string | undefined> {
    return readFile(this.#path(name), "utf8").catch(() => undefined);
  }

  /** Lists the names in one of its folders, sorted. */
  async list(name: string): Promise<string[]> {
    return (await readdir(this.#path(name)).catch(() => [])).sort();
  }

  /** Removes the store with all that it holds. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  #path(name: string): string {
    return join(this.folder, name);
  }
}

async function refuseForeign(folder: string): Promise<void> {
  const text = await readFile(join(folder, MARK), "utf8").catch(() => undefined);
  if (text === undefined) throw badInput(messages.notAStore(folder));
  let form: unknown;
  try {
    form = (JSON.parse(text) as { form?: unknown }).form;
  } catch {
    throw badInput(messages.notAStore(folder));
  }
  if (form !== FORM) throw badInput(messages.storeOfAnotherForm(folder, String(form), FORM));
}

const cellPath = (key: string): string => join("cells", key.slice(0, 2), `${key}.cell`);
const planPath = (digest: string): string => join("plans", `${digest}.json`);
