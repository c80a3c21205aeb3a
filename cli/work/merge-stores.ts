import { messages } from "../messages/index.ts";
import { loadResolved } from "../scenarios/load-resolved.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { CellStore } from "../store/cell-store.ts";
import { ORDERS } from "../store/layout.ts";
import { modelVersion } from "../store/model-version.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { checkKeptCells } from "./check-kept-cells.ts";
import { type KeptTask, keptTasks, unreadableTasks } from "./kept-task.ts";
import { perform } from "./perform.ts";
import type { Place } from "./place.ts";
import { takesScenarios } from "./task.ts";

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
  const mains = loadKept(kept, first);
  await checkKeptCells(kept.task, mains, first);
  await perform(kept.task, mains, kept.set, { ...place, store: first.folder });
}

/** Finds the one task that all stores are parts of. */
async function commonTask(stores: readonly CellStore[]): Promise<KeptTask> {
  const found = new Map<string, KeptTask>();
  for (const store of stores) {
    const tasks = await keptTasks(store);
    const unreadable = await unreadableTasks(store);
    if (unreadable.length > 0) throw badInput(unreadable.join("\n"));
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

/** Loads the scenarios of a kept task by the names under which they were given, from its text alone. */
function loadKept({ scenarios, task }: KeptTask, store: CellStore): readonly NamedScenario[] {
  if (!takesScenarios(task.kind, scenarios.length))
    throw badInput(messages.wrongScenarioCount(store.folder, task.kind, scenarios.length));
  const texts = scenarios.map(({ resolved }, i) => ({
    path: `${store.folder}/${ORDERS}/scenarios[${i + 1}].resolved`,
    bytes: new TextEncoder().encode(resolved),
  }));
  return loadResolved(texts).map((named, i) => ({
    ...named,
    argument: scenarios[i].argument,
    digests: scenarios[i].files,
  }));
}
