import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import type { NamedScenario } from "../inputs/load-scenarios.ts";
import { foretoldJson, foretoldText } from "../render/foretold-text.ts";
import { CellStore } from "../store/cell-store.ts";
import { print } from "../terminal/print.ts";
import { earlierOrder, keptOrder } from "./kept-order.ts";
import { measureRate } from "./measured-rate.ts";
import type { SweepOrder } from "./order.ts";
import type { Place } from "./place.ts";
import { pointStates } from "./point-states.ts";
import { refuseUnsoundPoints, sweepWork } from "./sweep-work.ts";

/** Says what a sweep would play: its points, what of them is kept, why what is stale is stale, and how long the rest will take. Writes nothing. */
export async function foretellSweep(order: SweepOrder, named: NamedScenario, place: Place): Promise<void> {
  const work = sweepWork(order, resolvedYaml(named));
  refuseUnsoundPoints(work, named.argument);
  const store = place.store === undefined ? undefined : await CellStore.find(place.store);
  const earlier = store === undefined ? undefined : await earlierOrder(store, keptOrder(order, [named], []));
  const states = await pointStates(work, store, earlier);
  const unplayed = states.filter(({ missing }) => missing > 0).map(({ job }) => job);
  const rate = unplayed.length === 0 ? undefined : measureRate(unplayed);
  const foretold = { plan: work.plan, states, rate, workers: place.workers, store: place.store };
  print(place.json ? foretoldJson(foretold) : foretoldText(foretold));
}
