import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import type { NamedScenario } from "../inputs/load-scenarios.ts";
import type { CellStore } from "../store/cell-store.ts";
import { sha256 } from "../store/digests.ts";
import { modelVersion } from "../store/model-version.ts";
import { type Order, orderSchema } from "./order.ts";

/** An order as a store keeps it, with all that it takes to do it again, or to go on from there. */
export interface KeptOrder {
  readonly order: Order;
  readonly model: string;
  /** What was laid over the scenarios, which say it already: for the words of a command that repeats something. */
  readonly set: readonly string[];
  readonly scenarios: readonly KeptScenario[];
}

/** A scenario of a kept order, with every default filled in. */
export interface KeptScenario {
  readonly argument: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly resolved: string;
}

const FOLDER = "orders";

/** Returns what a store keeps of an order. */
export function keptOrder(order: Order, mains: readonly NamedScenario[], set: readonly string[]): KeptOrder {
  return {
    order,
    model: modelVersion(),
    set,
    scenarios: mains.map((named) => ({
      argument: named.argument,
      files: named.digests,
      resolved: resolvedYaml(named),
    })),
  };
}

/** Writes an order into a store, in the place of the last one that asked for the same of scenarios of these names. */
export async function keepOrder(store: CellStore, kept: KeptOrder): Promise<void> {
  await store.writeFile(`${FOLDER}/${orderName(kept)}.json`, `${JSON.stringify(kept, null, 1)}\n`);
}

/** Reads the last order that asked for the same of scenarios of these names. */
export async function earlierOrder(store: CellStore, kept: KeptOrder): Promise<KeptOrder | undefined> {
  return parseKept(await store.readText(`${FOLDER}/${orderName(kept)}.json`));
}

/** Reads every order of a store. */
export async function keptOrders(store: CellStore): Promise<readonly KeptOrder[]> {
  const texts = await Promise.all(
    (await store.list(FOLDER)).map((name) => store.readText(`${FOLDER}/${name}`)),
  );
  return texts.flatMap((text) => parseKept(text) ?? []);
}

/** Names an order by what is asked and of what, so that a change of a scenario, a seed or the model is seen as a change. */
function orderName({ order, scenarios }: KeptOrder): string {
  const asked = order.kind === "sweep" ? [order.design, order.vary.map(({ path }) => path)] : [];
  return sha256(JSON.stringify([order.kind, scenarios.map(({ argument }) => argument), asked])).slice(0, 16);
}

function parseKept(text: string | undefined): KeptOrder | undefined {
  if (text === undefined) return undefined;
  try {
    // keepOrder wrote it whole; the order in it is checked, since another version may have.
    const kept = JSON.parse(text) as KeptOrder;
    return { ...kept, order: orderSchema.parse(kept.order) };
  } catch {
    return undefined;
  }
}
