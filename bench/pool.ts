import { readFileSync } from "node:fs";
import { createSimulator } from "../sim/experiment/simulator.ts";
import type { Detail, MeasurePlan, ReplicationResult } from "../sim/measures/result.ts";
import { type LoadedScenario, loadScenario } from "../sim/scenario/load.ts";

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

/** Holds replications from which samples are drawn again and again. */
export interface Pool {
  readonly loaded: LoadedScenario;
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
}

/** Simulates replications of a scenario under a seed, one after another. */
export function simulatePool(
  loaded: LoadedScenario,
  { seed, count, detail }: { readonly seed: string; readonly count: number; readonly detail: Detail },
): Pool {
  const simulator = createSimulator(loaded.scenario, loaded.template, seed, { detail });
  const results = Array.from({ length: count }, (_, replication) => {
    const result = simulator.run(replication);
    return { ...result, series: new Float64Array(), retention: new Float64Array() };
  });
  return { loaded, plan: simulator.plan, results };
}
