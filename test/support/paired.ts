import { createSimulator } from "../../sim/experiment/simulator.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";

/** Runs a scenario and gives the values of a metric over replications, in order. */
export function valuesOf(
  { scenario, template }: LoadedScenario,
  replications: number,
  seed = "paired",
): (metric: string, groupBy?: string, group?: string) => number[] {
  const simulator = createSimulator(scenario, template, seed);
  const results = Array.from({ length: replications }, (_, r) => simulator.run(r));
  return (metric, groupBy = "all", group = "all") => {
    const n = simulator.plan.metrics.findIndex(
      (key) => key.metric === metric && key.groupBy === groupBy && key.group === group,
    );
    if (n < 0) throw new Error(`no metric ${metric} for ${groupBy} ${group}`);
    return results.map((result) => result.values[n]);
  };
}

/** Gives the paired difference `other - base` with its interval. */
export function difference(
  base: readonly number[],
  other: readonly number[],
  confidence = 0.999,
): { mean: number; low: number; high: number } {
  const { mean, ciLow, ciHigh } = meanInterval(
    base.map((value, r) => other[r] - value),
    confidence,
  );
  return { mean: mean as number, low: ciLow as number, high: ciHigh as number };
}
