import { join } from "node:path";
import * as z from "zod";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { isSealed, SEAL_NAME, sealed } from "../disk/seal.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { CellStore } from "../store/cell-store.ts";
import { sha256 } from "../store/digests.ts";
import { ORDERS } from "../store/layout.ts";
import { modelVersion } from "../store/model-version.ts";
import { failed } from "../terminal/exit-codes.ts";
import { type Task, taskSchema } from "./task.ts";

/** A task as a store keeps it, with all that it takes to do it again, or to go on from there. */
export interface KeptTask {
  readonly task: Task;
  readonly model: string;
  /**
   * What was laid over the scenarios, which say it already: for the words of a command that repeats
   * something.
   */
  readonly set: readonly string[];
  readonly scenarios: readonly KeptScenario[];
}

/** A scenario of a kept task, with every default filled in. */
export interface KeptScenario {
  readonly argument: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly resolved: string;
}

/** Returns what a store keeps of a task. */
export function keptTask(task: Task, mains: readonly NamedScenario[], set: readonly string[]): KeptTask {
  return {
    task,
    model: modelVersion(),
    set,
    scenarios: mains.map((named) => ({
      argument: named.argument,
      files: named.digests,
      resolved: resolvedYaml(named),
    })),
  };
}

/**
 * Writes a task into a store, in the place of the last one that asked for the same of scenarios of these
 * names.
 */
export async function keepTask(store: CellStore, kept: KeptTask): Promise<void> {
  const { task, ...rest } = kept;
  // Files call a task an order, as they did from the first.
  const written = JSON.stringify({ order: task, ...rest }, null, 1);
  const name = `${ORDERS}/${taskName(kept)}.json`;
  if (!isOurs(await store.readText(name))) throw failed(messages.foreignFile(join(store.folder, name)));
  await store.writeFile(name, sealed("json", `${written}\n`));
}

/** Says whether a task may be written in the place of a text: of before tasks were sealed, one that reads. */
function isOurs(text: string | undefined): boolean {
  if (text === undefined || text === "" || isSealed("json", Buffer.from(text))) return true;
  return !text.includes(SEAL_NAME) && parseKept(text) !== undefined;
}

/** Reads the last task that asked for the same of scenarios of these names. */
export async function earlierTask(store: CellStore, kept: KeptTask): Promise<KeptTask | undefined> {
  return parseKept(await store.readText(`${ORDERS}/${taskName(kept)}.json`));
}

/** Reads every task of a store. */
export async function keptTasks(store: CellStore): Promise<readonly KeptTask[]> {
  const texts = await Promise.all(
    (await store.list(ORDERS)).map((name) => store.readText(`${ORDERS}/${name}`)),
  );
  return texts.flatMap((text) => parseKept(text) ?? []);
}

/**
 * Names a task by what is asked and of what, so that a change of a scenario, a seed or the model is seen as
 * a change.
 */
function taskName({ task, scenarios }: KeptTask): string {
  return sha256(JSON.stringify([task.kind, scenarios.map(({ argument }) => argument), askedOf(task)])).slice(
    0,
    16,
  );
}

function askedOf(task: Task): readonly unknown[] {
  if (task.kind === "sweep") return [task.design, task.vary.map(({ path }) => path)];
  return task.kind === "calibrate" ? task.over.map(({ path }) => path) : [];
}

const keptSchema = z.looseObject({
  order: taskSchema,
  model: z.string(),
  set: z.array(z.string()),
  scenarios: z
    .array(
      z.looseObject({
        argument: z.string(),
        files: z.array(z.looseObject({ path: z.string(), sha256: z.string() })),
        resolved: z.string(),
      }),
    )
    .min(1),
});

function parseKept(text: string | undefined): KeptTask | undefined {
  const kept = keptSchema.safeParse(jsonIn(text)).data;
  if (kept === undefined) return undefined;
  const { order, model, set, scenarios } = kept;
  return { task: order, model, set, scenarios };
}

/** Says why what lies among the tasks of a store is none that this version can read. */
export async function unreadableTasks(store: CellStore): Promise<readonly string[]> {
  const names = await store.list(ORDERS);
  const texts = await Promise.all(names.map((name) => store.readText(`${ORDERS}/${name}`)));
  return texts.flatMap((text, i) => {
    const [issue] = keptSchema.safeParse(jsonIn(text)).error?.issues ?? [];
    const path = join(store.folder, ORDERS, names[i]);
    return issue === undefined ? [] : [messages.unreadableTask(path, issue.path.join("."), issue.message)];
  });
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
