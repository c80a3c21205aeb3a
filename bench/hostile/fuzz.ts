import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Draws, mutated } from "./mutate.ts";
import type { Outcome, Target } from "./targets.ts";

/** How much processor time one file may take, read or refused: on a busy machine nothing comes soon. */
const LIMIT_SECONDS = 10;
/** How often that long may pass before what takes no processor time, such as a pipe, counts as hanging. */
const MAX_WAITS = 60;
const MAIN = fileURLToPath(new URL("../../cli/main.js", import.meta.url));

/** What the thread says: what it reads, when it begins; how each file was taken, then. */
type Said = Outcome | readonly Pick<Target, "name" | "base" | "encoding">[];

/**
 * Mutates scenarios, their tables, `run.json`, the files of a results folder and of a store, and has each
 * read. What is neither read nor refused in words within the limit is a fault; those files are kept.
 */
export async function fuzz(
  count: number,
  seed: string,
): Promise<{ readonly line: string; readonly isWell: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), "linksim-fuzz-base-"));
  const [results, store] = [join(folder, "results"), join(folder, "store")];
  const words = [
    "run",
    "starter",
    "--replications",
    "2",
    "--workers",
    "1",
    "--quiet",
    "--set",
    "horizon=8 weeks",
  ];
  execFileSync(process.execPath, [MAIN, ...words, "--store", store, "--out", results]);
  const counts = new Map<string, { files: number; read: number; refused: number; slowest: number }>();
  const faults: string[] = [];
  const kept = join(tmpdir(), `linksim-fuzz-faults-${process.pid}`);
  let reader = await Reader.start({ results, store });
  for (let n = 0; n < count; n++) {
    const target = n % reader.targets.length;
    const { name, base, encoding } = reader.targets[target];
    const bytes = mutated(base, new Draws(`${seed}/${n}`), encoding);
    const before = process.cpuUsage();
    const outcome = await reader.read(target, bytes);
    const seconds = secondsSince(before);
    const kind = name.replace(/(cells|plans)\/.*/, "$1");
    const counted = counts.get(kind) ?? { files: 0, read: 0, refused: 0, slowest: 0 };
    counts.set(kind, counted);
    counted.files++;
    counted.slowest = Math.max(counted.slowest, seconds);
    if (outcome === "read" || outcome === "refused") counted[outcome]++;
    else {
      faults.push(`file ${n} (${name}): ${outcome.fault.split("\n").slice(0, 3).join(" | ")}`);
      mkdirSync(kept, { recursive: true });
      writeFileSync(join(kept, `${n}-${basename(name)}`), bytes);
      console.error(faults.at(-1));
      await reader.end();
      reader = await Reader.start({ results, store });
    }
  }
  await reader.end();
  rmSync(folder, { recursive: true });
  console.table(
    Object.fromEntries(
      [...counts].map(([name, { slowest, ...rest }]) => [
        name,
        { ...rest, "slowest, s": Number(slowest.toFixed(2)) },
      ]),
    ),
  );
  const slowest = Math.max(...[...counts.values()].map((counted) => counted.slowest)).toFixed(1);
  const found = faults.length === 0 ? "none was a fault" : `${faults.length} were faults, kept in ${kept}`;
  return {
    line: `${count} files, seed ${seed}: ${found}; the slowest took ${slowest} s`,
    isWell: faults.length === 0,
  };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** A thread that reads files, so that what hangs can be ended. */
class Reader {
  readonly targets: readonly Pick<Target, "name" | "base" | "encoding">[];
  readonly #thread: Worker;

  private constructor(thread: Worker, targets: Reader["targets"]) {
    this.#thread = thread;
    this.targets = targets;
  }

  static async start(folders: { readonly results: string; readonly store: string }): Promise<Reader> {
    const thread = new Worker(new URL("./fuzz-worker.js", import.meta.url), { workerData: folders });
    const said = await answer(thread);
    if (!Array.isArray(said)) throw new Error(`the reader did not begin: ${JSON.stringify(said)}`);
    return new Reader(thread, said);
  }

  async read(target: number, bytes: Uint8Array): Promise<Outcome> {
    this.#thread.postMessage({ target, bytes });
    const said = await answer(this.#thread);
    if (typeof said === "string" || "fault" in said) return said;
    return { fault: "no outcome" };
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }
}

function answer(thread: Worker): Promise<Said> {
  return new Promise((resolve) => {
    const before = process.cpuUsage();
    let waits = 0;
    const take = (said: Said): void => {
      clearInterval(limit);
      thread.off("message", take);
      thread.off("error", fail);
      resolve(said);
    };
    const fail = (error: Error): void => take({ fault: error.stack ?? error.message });
    const limit = setInterval(() => {
      if (secondsSince(before) > LIMIT_SECONDS || ++waits === MAX_WAITS)
        take({ fault: `more than ${LIMIT_SECONDS} s` });
    }, LIMIT_SECONDS * 1000);
    thread.once("message", take);
    thread.once("error", fail);
  });
}
