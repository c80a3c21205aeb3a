import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { readOut, type TextOption } from "../options.ts";
import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { CellStore } from "../store/cell-store.ts";
import { modelVersion } from "../store/model-version.ts";
import { say } from "../terminal/print.ts";
import { type KeptTask, keptTasks } from "../work/kept-task.ts";
import { perform } from "../work/perform.ts";
import { readPlace } from "../work/read-place.ts";

/** What the command line hands over to `merge`. */
export interface MergeArguments {
  readonly store: readonly string[];
  readonly out: TextOption;
  readonly workers: TextOption;
  readonly "on-error": TextOption;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Gathers the cells of some stores in the first one and does the task that they are parts of; cells that no part has are simulated now. */
export async function merge(given: MergeArguments): Promise<void> {
  if (readOut(given.out) === undefined) throw badInput(messages.mergeWithoutOut);
  const stores: CellStore[] = [];
  for (const folder of given.store) stores.push(await CellStore.openThere(folder));
  const kept = await commonTask(stores);
  if (kept.model !== modelVersion()) say(messages.otherModel(kept.model, modelVersion()));
  const [first, ...others] = stores;
  for (const other of others) {
    await first.take(other);
    if (other.damaged.length > 0 && !given.quiet)
      say(messages.damagedCells(other.folder, other.damaged.length));
  }
  const place = readPlace({ ...given, store: first.folder, shard: undefined }, { isLasting: true });
  await perform(kept.task, loadKept(kept), kept.set, place);
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
  const folder = mkdtempSync(join(tmpdir(), "linksim-merge-"));
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
