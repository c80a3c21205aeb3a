import type { SweepOrder } from "../../cli/orders/order.ts";
import { type SweepWork, sweepWork } from "../../cli/orders/sweep-work.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";

/** An order of a sweep over a few points, changed as a test needs. */
export function aSweepOrder(changes: Partial<SweepOrder> = {}): SweepOrder {
  return {
    kind: "sweep",
    seed: "1",
    replications: 2,
    formats: ["csv"],
    vary: [{ path: "link_workers.fte", values: ["0.5", "1"] }],
    design: "grid",
    points: null,
    metrics: null,
    groups: false,
    ...changes,
  };
}

/** The work of an order on a scenario. */
export const workOf = (loaded: LoadedScenario, order: SweepOrder): SweepWork =>
  sweepWork(order, resolvedYaml(loaded));
