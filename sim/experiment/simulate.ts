import type { FateColumns } from "../measures/fates.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { JournalNames } from "../model/journal-names.ts";
import type { JournalColumns } from "../model/journal-rows.ts";
import type { Scenario } from "../scenario/schema.ts";
import { DEFAULT_SEED } from "./defaults.ts";
import { checkRunnable } from "./door.ts";
import type { Runnable } from "./execution-options.ts";
import { createSimulator } from "./simulator.ts";

/** Says which replication is simulated, and what of it is kept. */
export interface SimulateOptions {
  /** Random seed: fixes every draw; "1" if left out. */
  readonly seed?: string;
  /** Number of the replication, from 0; 0 if left out. */
  readonly replication?: number;
  /** Whether what happened is kept, for the table of events; not if left out. */
  readonly keepsJournal?: boolean;
}

/**
 * Holds one replication: its measures, in the form that every table is made from, and what became of each
 * person.
 */
export interface Simulated {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly plan: MeasurePlan;
  readonly results: readonly [ReplicationResult];
  /** Those referred in the measured time, an episode a row. */
  readonly fates: FateColumns;
  /** What happened, in order of time; undefined unless it is kept. */
  readonly journal: JournalColumns | undefined;
  /** What the numbers of fates and journal stand for. */
  readonly names: JournalNames;
}

/**
 * Simulates one replication of a scenario, the same as that number among those of `replicate`. Throws a
 * RangeError for a seed that is no text and a replication that is no whole number.
 */
export function simulate(
  loaded: Runnable,
  { seed = DEFAULT_SEED, replication = 0, keepsJournal = false }: SimulateOptions = {},
): Simulated {
  checkRunnable(loaded);
  const { scenario, template } = loaded;
  const simulator = createSimulator(scenario, template, seed, { keepsJournal });
  const result = simulator.run(replication);
  const { plan, names } = simulator;
  return {
    scenario,
    seed,
    plan,
    results: [result],
    fates: simulator.fates(),
    journal: simulator.journal(),
    names,
  };
}
