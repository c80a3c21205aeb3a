import type { Detail, MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { Results } from "../measures/scenario-results.ts";
import type { Scenario } from "../scenario/schema.ts";
import { DEFAULT_SEED } from "./defaults.ts";
import { checkRunnable, checkWord, precisionOption, seedOption } from "./door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import type { Job } from "./executor.ts";
import { type Extent, extentOf } from "./extent.ts";
import { inParts } from "./in-parts.ts";
import { judgePrecision, MIN_FOR_PRECISION, type PrecisionState, refuseUnmeasured } from "./precision.ts";

/** Changes how a scenario is simulated. */
export interface ReplicateOptions extends ExecutionOptions {
  /** Random seed: fixes every draw; "1" if left out. */
  readonly seed?: string;
  /** How many are simulated, or until which precision; 100 if left out. */
  readonly replications?: number | Extent;
  /** `full` if left out. */
  readonly detail?: Detail;
  readonly keepsJournal?: boolean;
  readonly keepsFates?: boolean;
  /** Hears that more replications were decided on, and how many. */
  readonly onMore?: (count: number) => void;
}

/** Says what was measured of one scenario, and how near it came to the precision asked for. */
export interface Measured {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly plan: MeasurePlan;
  /** How near it came to the precision asked for; null if none was. */
  readonly precision: PrecisionState | null;
}

/** Holds what was measured of one scenario. */
export interface Replicated extends Measured {
  /** In order of replication, from 0. */
  readonly results: readonly ReplicationResult[];
}

/** Takes results in order of replication, and gives all that it took. */
export interface ResultKeeper {
  add(results: readonly ReplicationResult[]): void;
  readonly results: Results;
}

/** Makes a keeper that holds results in memory. */
export function keeperInMemory(): ResultKeeper & Pick<Replicated, "results"> {
  const results: ReplicationResult[] = [];
  return { add: (some) => results.push(...some), results };
}

/** Replications that are asked of an executor at a time, so that no more results are in its hands. */
export const REPLICATIONS_AT_ONCE = 1000;

/** Says how many replications are simulated at first. */
export function firstReplications(extent: Extent): number {
  return extent.kind === "replications" ? extent.count : MIN_FOR_PRECISION;
}

/** Makes the job of a scenario; throws a RangeError where JavaScript hands over something else. */
export function jobOf(
  loaded: Runnable,
  options: Pick<ReplicateOptions, "seed" | "detail" | "keepsJournal" | "keepsFates">,
): Job {
  const { seed = DEFAULT_SEED, detail = "full", keepsJournal = false, keepsFates = false } = options;
  checkRunnable(loaded);
  seedOption(seed);
  checkWord("detail", detail, ["full", "summary"]);
  const { scenario, template } = loaded;
  return { scenario, template, seed, detail, keepsJournal, keepsFates };
}

/**
 * Simulates a scenario so often, or until the intervals of `measures.precision_on` are as narrow as asked
 * for. The results depend on scenario, seed and how many alone.
 */
export async function replicate(loaded: Runnable, options: ReplicateOptions = {}): Promise<Replicated> {
  const keeper = keeperInMemory();
  const measured = await replicateInto(keeper, loaded, options);
  return { ...measured, results: keeper.results };
}

/** Simulates a scenario as `replicate` does, and hands its results to a keeper. */
export async function replicateInto(
  keeper: ResultKeeper,
  loaded: Runnable,
  options: ReplicateOptions,
): Promise<Measured> {
  const { onMore = () => {} } = options;
  const extent = extentOf(options.replications, {
    kind: "precision",
    check: ({ relative }) => precisionOption(relative),
  });
  const { executor, onReplication } = executionOf(options);
  const job = jobOf(loaded, options);
  const { scenario, seed } = job;
  const plan = await executor.plan(job);
  if (extent.kind === "precision") refuseUnmeasured(plan, scenario.measures.precision_on);
  let total = firstReplications(extent);
  for (;;) {
    for (const some of inParts(range(keeper.results.length, total), REPLICATIONS_AT_ONCE))
      keeper.add(await executor.execute(job, some, onReplication));
    if (extent.kind === "replications") return { scenario, seed, plan, precision: null };
    const precision = judgePrecision(plan, keeper.results, scenario.measures.precision_on, extent.relative);
    if (precision.nextTotal === total) return { scenario, seed, plan, precision };
    onMore(precision.nextTotal - total);
    total = precision.nextTotal;
  }
}

/** Lists whole numbers from one up to before another. */
export function range(from: number, before: number): number[] {
  return Array.from({ length: Math.max(0, before - from) }, (_, i) => from + i);
}
