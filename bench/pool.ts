import { readFileSync } from "node:fs";
import { createSimulator } from "../sim/experiment/simulator.ts";
import type { Detail, MeasurePlan, ReplicationResult } from "../sim/measures/result.ts";
import { type LoadedScenario, loadScenario } from "../sim/scenario/load.ts";
import { KeptRows } from "./kept-rows.ts";

/** Loads a scenario's folder, from the root of the project. */
export function loadFolder(path: string, set: readonly string[] = []): LoadedScenario {
  const sources = {
    read: (file: string) => {
      try {
        return new Uint8Array(readFileSync(file));
      } catch {
        return null;
      }
    },
    defaults: "scenarios/defaults.yaml",
    roots: ["."],
    library: "scenarios",
    directory: process.cwd(),
  };
  return loadScenario(`${path}/scenario.yaml`, sources, { set });
}

/** Holds replications, of which the values alone are kept, from which samples are drawn again and again. */
export interface Pool {
  readonly loaded: LoadedScenario;
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
}

/** Says what a pool is made of. */
export interface PoolOptions {
  readonly seed: string;
  readonly count: number;
  readonly detail: Detail;
  /** A file that keeps what was simulated, so that a study stops and goes on; none if left out. */
  readonly keep?: string | undefined;
}

/**
 * Simulates replications of a scenario under a seed, one after another, and takes from the file that keeps
 * them those that are there. What was kept of another scenario, seed or detail is refused; the model is not
 * compared: a kept file is thrown away when the model changes.
 */
export function simulatePool(loaded: LoadedScenario, { seed, count, detail, keep }: PoolOptions): Pool {
  const simulator = createSimulator(loaded.scenario, loaded.template, seed, { detail });
  const { plan } = simulator;
  const whose = JSON.stringify({ scenario: loaded.scenario, seed, detail, metrics: plan.metrics });
  const kept = keep === undefined ? undefined : new KeptRows(keep, whose, plan.metrics.length);
  const results = Array.from({ length: count }, (_, replication) => {
    let values = kept?.get(replication);
    if (values === undefined) {
      values = simulator.run(replication).values;
      kept?.add(values);
    }
    const none = new Float64Array(0);
    return { replication, events: 0, values, series: none, retention: none, windowed: none };
  });
  return { loaded, plan: { ...plan, series: [], retention: [], windowed: [] }, results };
}
