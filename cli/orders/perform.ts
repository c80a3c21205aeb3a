import type { NamedScenario } from "../inputs/load-scenarios.ts";
import type { Order } from "./order.ts";
import type { Place } from "./place.ts";

/** Does an order with scenarios that stand for what was laid over them; the module of each kind is loaded only when it is asked for. */
export async function perform(order: Order, mains: readonly NamedScenario[], place: Place): Promise<void> {
  switch (order.kind) {
    case "run":
      await (await import("./perform-run.ts")).performRun(order, mains, [], place);
      break;
    case "compare":
      await (await import("./perform-compare.ts")).performCompare(order, mains, [], place);
      break;
    case "sweep":
      await (await import("./perform-sweep.ts")).performSweep(order, mains[0], [], place);
      break;
  }
}
