import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { badInput } from "../exit-codes.ts";
import { loadAll, type NamedScenario } from "../inputs/load-scenarios.ts";
import * as messages from "../messages.ts";
import { readOut, type TextOption } from "../options.ts";
import { type KeptOrder, keptOrders } from "../orders/kept-order.ts";
import { perform } from "../orders/perform.ts";
import { readPlace } from "../orders/read-place.ts";
import { CellStore } from "../store/cell-store.ts";
import { modelVersion } from "../store/model-version.ts";
import { say } from "../terminal/print.ts";

/** What the command line hands over to `merge`. */
export interface MergeArguments {
  readonly store: readonly string[];
  readonly out: TextOption;
  readonly workers: TextOption;
  readonly "on-error": TextOption;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Gathers the cells of some stores in the first one and does the order that they are parts of; cells that no part has are played now. */
export async function merge(given: MergeArguments): Promise<void> {
  if (readOut(given.out) === undefined) throw badInput(messages.mergeWithoutOut);
  const stores: CellStore[] = [];
  for (const folder of given.store) stores.push(await CellStore.openThere(folder));
  const kept = await commonOrder(stores);
  if (kept.model !== modelVersion()) say(messages.otherModel(kept.model, modelVersion()));
  const [first, ...others] = stores;
  for (const other of others) {
    await first.take(other);
    if (other.damaged.length > 0 && !given.quiet)
      say(messages.damagedCells(other.folder, other.damaged.length));
  }
  const place = readPlace({ ...given, store: first.folder, shard: undefined }, { isLasting: true });
  await perform(kept.order, loadKept(kept), kept.set, place);
}

/** Finds the one order that all stores are parts of. */
async function commonOrder(stores: readonly CellStore[]): Promise<KeptOrder> {
  const found = new Map<string, KeptOrder>();
  for (const store of stores) {
    const orders = await keptOrders(store);
    if (orders.length === 0) throw badInput(messages.storeWithoutOrder(store.folder));
    for (const kept of orders) {
      const asked = JSON.stringify([kept.order, kept.scenarios.map(({ resolved }) => resolved)]);
      found.set(asked, kept);
    }
  }
  const [kept, ...more] = found.values();
  if (more.length > 0)
    throw badInput(
      messages.storesOfSeveralOrders(
        stores.map(({ folder }) => folder),
        found.size,
      ),
    );
  return kept;
}

/** Loads the scenarios of a kept order by the names under which they were given. */
function loadKept({ scenarios }: KeptOrder): readonly NamedScenario[] {
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
