import {
  FEWEST_FOR_PRECISION,
  judgePrecision,
  MOST_FOR_PRECISION,
  unmeasured,
} from "../sim/experiment/precision.ts";
import { createSimulator, type Simulator } from "../sim/experiment/simulator.ts";
import type { MeasurePlan, ReplicationResult } from "../sim/measures/result.ts";
import { nearestName } from "../sim/scenario/nearest-name.ts";
import { badInput, failed } from "./exit-codes.ts";
import type { NamedScenario } from "./inputs/load-scenarios.ts";
import * as messages from "./messages.ts";
import type { EventsFiles } from "./results/events-files.ts";
import type { Progress } from "./terminal/progress.ts";
import { type OnDone, openPool, type Pool, TaskError } from "./threads/pool.ts";

/** Says how much is to be played: a number of replications, or a precision. */
export type Extent =
  | { readonly kind: "replications"; readonly count: number }
  | { readonly kind: "precision"; readonly relative: number };

/** Says how scenarios are to be played. */
export interface ReplicateOptions {
  readonly seed: string;
  readonly set: readonly string[];
  readonly extent: Extent;
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Takes the journal of each replication, if journals are to be kept. */
  readonly events: EventsFiles | undefined;
}

/** Holds what was measured of one scenario. */
export interface ScenarioRun {
  readonly named: NamedScenario;
  readonly plan: MeasurePlan;
  /** In order of replication, from 0. */
  readonly results: readonly ReplicationResult[];
  /** Whether the precision asked for was reached; null if none was. */
  readonly precisionReached: boolean | null;
  /** What to say if it was not. */
  readonly shortfall: string | undefined;
}

/** What is known of a scenario before it is played. */
type Prepared = Pick<Simulator, "plan" | "names">;

/** Plays every scenario, one after another, on the threads asked for. */
export async function replicateAll(
  scenarios: readonly NamedScenario[],
  options: ReplicateOptions,
): Promise<readonly ScenarioRun[]> {
  const { seed, set, signal, extent } = options;
  const prepared = scenarios.map((named) => prepare(named, options));
  const keepsJournal = options.events !== undefined;
  const first = extent.kind === "replications" ? extent.count : FEWEST_FOR_PRECISION;
  const workers = Math.min(options.workers, first);
  const pool = openPool(
    workers,
    scenarios.map(({ scenario, template }) => ({ scenario, template, keepsJournal })),
    seed,
    signal,
  );
  try {
    const runs: ScenarioRun[] = [];
    options.progress.start(first * scenarios.length);
    for (const [job, named] of scenarios.entries()) {
      const { plan, names } = prepared[job];
      options.events?.begin(names);
      const played = await playOne(pool, job, named, plan, options);
      runs.push({ named, plan, ...played });
    }
    return runs;
  } catch (failure) {
    if (!(failure instanceof TaskError)) throw failure;
    const { scenario, argument } = scenarios[failure.task.job];
    throw failed(
      messages.replicationFailed(
        { scenario: scenario.name, argument, seed, set, replication: failure.task.replication },
        failure.message,
      ),
    );
  } finally {
    options.progress.stop();
    await pool.close();
  }
}

async function playOne(
  pool: Pool,
  job: number,
  { scenario }: NamedScenario,
  plan: MeasurePlan,
  { extent, progress, events }: ReplicateOptions,
): Promise<Pick<ScenarioRun, "results" | "precisionReached" | "shortfall">> {
  const onDone: OnDone = async (replication, journal) => {
    progress.done();
    if (journal !== undefined) await events?.add(replication, journal);
  };
  if (extent.kind === "replications") {
    const results = await pool.play(job, range(0, extent.count), onDone);
    return { results, precisionReached: null, shortfall: undefined };
  }
  const { precision_on } = scenario.measures;
  const results: ReplicationResult[] = [];
  let total = FEWEST_FOR_PRECISION;
  for (;;) {
    results.push(...(await pool.play(job, range(results.length, total), onDone)));
    const state = judgePrecision(plan, results, precision_on, extent.relative);
    if (state.isReached) return { results, precisionReached: true, shortfall: undefined };
    if (state.nextTotal === total) {
      const { widest, relativeHalfWidth } = state;
      const shortfall = messages.precisionNotReached(
        scenario.name,
        extent.relative,
        MOST_FOR_PRECISION,
        widest,
        relativeHalfWidth,
      );
      return { results, precisionReached: false, shortfall };
    }
    progress.more(state.nextTotal - total);
    total = state.nextTotal;
  }
}

/** Learns what a scenario measures and names, in this thread, before any other is started: a world that cannot be made is told early. */
function prepare(named: NamedScenario, { seed, set, extent }: ReplicateOptions): Prepared {
  const { scenario, template, argument } = named;
  let prepared: Prepared;
  try {
    const { plan, names } = createSimulator(scenario, template, seed);
    prepared = { plan, names };
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    throw failed(messages.scenarioCannotStart({ scenario: scenario.name, argument, seed, set }, why));
  }
  if (extent.kind === "precision") {
    const { plan } = prepared;
    for (const metric of unmeasured(plan, scenario.measures.precision_on)) {
      const near = nearestName(metric, new Set(plan.metrics.map((key) => key.metric)));
      throw badInput(messages.noSuchMeasure(argument, metric, near));
    }
  }
  return prepared;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
