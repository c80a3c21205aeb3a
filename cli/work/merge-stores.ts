import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeTemporaryFolder } from "../disk/temporary-folder.ts";
import * as messages from "../messages/index.ts";
import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { CellStore } from "../store/cell-store.ts";
import { modelVersion } from "../store/model-version.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { type KeptTask, keptTasks } from "./kept-task.ts";
import { perform } from "./perform.ts";
import type { Place } from "./place.ts";

/**
 * Gathers the cells of some stores in that of the place, which is the first of them, and does the task that
 * they are parts of; cells that no part has are simulated now.
 */
export async function mergeStores(folders: readonly string[], place: Place): Promise<void> {
  const stores: CellStore[] = [];
  for (const folder of folders) stores.push(await CellStore.openThere(folder));
  const kept = await commonTask(stores);
  if (kept.model !== modelVersion()) say(messages.otherModel(kept.model, modelVersion()));
  const [first, ...others] = stores;
  for (const other of others) {
    await first.take(other);
    if (other.damaged.length > 0 && !place.quiet)
      say(messages.damagedCells(other.folder, other.damaged.length));
  }
  await perform(kept.task, loadKept(kept), kept.set, { ...place, store: first.folder });
}

/** Finds the one task that all stores are parts of. */
async function commonTask(stores: readonly CellStore[]): Promise<KeptTask> {
  const found = new Map<string, KeptTask>();
  for (const store of stores) {
    const tasks = await keptTasks(store);
    if (tasks.length === 0) throw badInput(messages.storeWithoutTask(store.folder));
    for (const kept of tasks) {
      const asked = JSON.stringify([kept.task, kept.scenarios.map(({ resolved }) => resolved)]);
      found.set(asked, kept);
    }
  }
  const [kept, ...more] = found.values();
  if (more.length > 0)
    throw badInput(
      messages.storesOfSeveralTasks(
        stores.map(({ folder }) => folder),
        found.size,
      ),
    );
  return kept;
}

/** Loads the scenarios of a kept task by the names under which they were given. */
function loadKept({ scenarios }: KeptTask): readonly NamedScenario[] {
  const folder = makeTemporaryFolder("merge");
  try {
    const files = scenarios.map(({ resolved }, i) => {
      const file = join(folder, `${i}.yaml`);
      writeFileSync(file, resolved);
      return file;
    });
    return loadAll(files, []).map((named, i) => ({
      ...named,
      argument: scenarios[i].argument,
      digests: scenarios[i].files,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
