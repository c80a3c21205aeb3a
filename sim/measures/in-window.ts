import type { MeasurePlan, ReplicationResult } from "./result.ts";
import { areKept, type KeptResults, type ScenarioResults } from "./scenario-results.ts";

/**
 * Gives what was measured in one window, by its place among those of the plan, as if it were the whole run:
 * whatever is done with metrics of a run is done with those of a window by the same functions.
 */
export function inWindow({ plan, results }: ScenarioResults, window: number): ScenarioResults {
  const first = plan.windowed.findIndex((key) => key.window === window);
  const metrics = plan.windowed.filter((key) => key.window === window);
  const none = new Float64Array(0);
  const ofWindow: MeasurePlan = {
    scenario: plan.scenario,
    weeks: 0,
    metrics,
    series: [],
    retention: [],
    windows: [],
    windowed: [],
  };
  const ofRun = (of: readonly ReplicationResult[]): ReplicationResult[] =>
    of.map(({ replication, events, windowed }) => ({
      replication,
      events,
      values: windowed.subarray(first, first + metrics.length),
      series: none,
      retention: none,
      windowed: none,
    }));
  const ofKept = (kept: KeptResults): KeptResults => ({
    length: kept.length,
    slice: (from, before) => ofRun(kept.slice(from, before)),
    across: (array, index) => (array === "values" ? kept.across("windowed", first + index) : none),
    *[Symbol.iterator]() {
      for (const one of kept) yield* ofRun([one]);
    },
  });
  return { plan: ofWindow, results: areKept(results) ? ofKept(results) : ofRun(results) };
}
