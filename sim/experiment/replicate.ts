import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import { DEFAULT_REPLICATIONS, type Extent } from "./extent.ts";
import { ownThread } from "./own-thread.ts";
import type { Detail, Job, OnPlayed, Player } from "./player.ts";
import { FEWEST_FOR_PRECISION, judgePrecision, type PrecisionState } from "./precision.ts";

/** Changes how a scenario is played. */
export interface ReplicateOptions {
  /** Fixes the luck of every person; "1" if left out. */
  readonly seed?: string;
  /** How much is played; 100 replications if left out. */
  readonly extent?: Extent;
  /** `full` if left out. */
  readonly detail?: Detail;
  readonly keepsJournal?: boolean;
  readonly keepsFates?: boolean;
  /** Where it is played; in this thread if left out. */
  readonly player?: Player;
  readonly onPlayed?: OnPlayed;
  /** Hears that more replications were decided on, and how many. */
  readonly onMore?: (count: number) => void;
}

/** Holds what was measured of one scenario. */
export interface Replicated {
  readonly plan: MeasurePlan;
  /** In order of replication, from 0. */
  readonly results: readonly ReplicationResult[];
  /** How near it came to the precision asked for; null if none was. */
  readonly precision: PrecisionState | null;
}

/** Says how many replications are played at first. */
export function firstReplications(extent: Extent): number {
  return extent.kind === "replications" ? extent.count : FEWEST_FOR_PRECISION;
}

/** Makes the job of a scenario. */
export function jobOf(
  { scenario, template }: Pick<LoadedScenario, "scenario" | "template">,
  options: Pick<ReplicateOptions, "seed" | "detail" | "keepsJournal" | "keepsFates">,
): Job {
  const { seed = "1", detail = "full", keepsJournal = false, keepsFates = false } = options;
  return { scenario, template, seed, detail, keepsJournal, keepsFates };
}

/** Plays a scenario so often, or until the intervals of `measures.precision_on` are as narrow as asked for. The results depend on scenario, seed and extent alone. */
export async function replicate(
  loaded: Pick<LoadedScenario, "scenario" | "template">,
  options: ReplicateOptions = {},
): Promise<Replicated> {
  const { extent = { kind: "replications", count: DEFAULT_REPLICATIONS } } = options;
  const { player = ownThread(), onPlayed, onMore = () => {} } = options;
  const job = jobOf(loaded, options);
  const plan = await player.plan(job);
  const results: ReplicationResult[] = [];
  let total = firstReplications(extent);
  for (;;) {
    results.push(...(await player.play(job, range(results.length, total), onPlayed)));
    if (extent.kind === "replications") return { plan, results, precision: null };
    const precision = judgePrecision(plan, results, loaded.scenario.measures.precision_on, extent.relative);
    if (precision.nextTotal === total) return { plan, results, precision };
    onMore(precision.nextTotal - total);
    total = precision.nextTotal;
  }
}

/** Lists whole numbers from one up to before another. */
export function range(from: number, before: number): number[] {
  return Array.from({ length: Math.max(0, before - from) }, (_, i) => from + i);
}
