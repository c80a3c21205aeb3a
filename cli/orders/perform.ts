import type { NamedScenario } from "../inputs/load-scenarios.ts";
import type { Order } from "./order.ts";
import type { Place } from "./place.ts";

/** Does an order with scenarios that hold already what was laid over them (`set` is only told); the module of each kind is loaded only when it is asked for. */
export async function perform(
  order: Order,
  mains: readonly NamedScenario[],
  set: readonly string[],
  place: Place,
): Promise<void> {
  switch (order.kind) {
    case "run":
      await (await import("./perform-run.ts")).performRun(order, mains, set, place);
      break;
    case "compare":
      await (await import("./perform-compare.ts")).performCompare(order, mains, set, place);
      break;
    case "sweep":
      await (await import("./perform-sweep.ts")).performSweep(order, mains[0], set, place);
      break;
  }
}
