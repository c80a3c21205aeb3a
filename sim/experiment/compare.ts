import { refuseUnlikeTimes } from "../findings/unlike-worlds.ts";
import type { FateColumns } from "../measures/fates.ts";
import type { Detail, MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { practicesInBase, type Twins } from "../measures/twins.ts";
import type { Scenario } from "../scenario/schema.ts";
import {
  type DifferenceGoal,
  type DifferencePrecision,
  judgeDifferences,
  pairsOf,
} from "./difference-precision.ts";
import {
  checkRunnable,
  checkWord,
  MAX_REPLICATIONS,
  precisionOption,
  refuseOption,
  wholeOption,
} from "./door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import type { Executor, Job, OnReplication } from "./executor.ts";
import { extentOf, type Replications } from "./extent.ts";
import { MIN_FOR_PRECISION, refuseUnmeasured } from "./precision.ts";
import { jobOf, type Replicated, range } from "./replicate.ts";
import { TwinCounts } from "./twin-counts.ts";

/**
 * Says how much of each world is simulated: a number of replications, or until differences of metrics are
 * known as well as wanted.
 */
export type CompareExtent =
  | Replications
  | {
      readonly kind: "differences";
      readonly goal: DifferenceGoal;
      /**
       * Metrics over everybody that it is asked of; `measures.precision_on` of the base if left out.
       * Half-widths name theirs themselves.
       */
      readonly metrics?: readonly string[];
    };

/** Changes how worlds are compared. */
export interface CompareOptions extends ExecutionOptions {
  /** Random seed, the same for all worlds; "1" if left out. */
  readonly seed?: string;
  /** How many of each world are simulated, or until which differences are known; 100 if left out. */
  readonly replications?: number | CompareExtent;
  /** `full` if left out. */
  readonly detail?: Detail;
  /**
   * Replications of which the people whose fate differs are kept; 5 if left out. Counts are of all. `none`
   * pairs nobody, which takes less memory.
   */
  readonly twins?: number | "none";
  /** Hears that more replications were decided on, and how many in all worlds together. */
  readonly onMore?: (count: number) => void;
}

/** Holds a world beside the base, under common random numbers. */
export interface ComparedWorld extends Replicated {
  /** What became of the same people in both worlds; null if nobody was paired. */
  readonly twins: Twins | null;
  /** How well its difference from the base is known; null if nothing was asked of it. */
  readonly known: DifferencePrecision | null;
}

/** Holds worlds under common random numbers, replication by replication. */
export interface Compared {
  readonly base: Replicated;
  /** In the order given. */
  readonly others: readonly ComparedWorld[];
}

export const DEFAULT_TWINS = 5;

interface World {
  readonly job: Job;
  readonly plan: MeasurePlan;
  /** Ids of the practices that fates number. */
  readonly practices: readonly string[];
  readonly results: ReplicationResult[];
  readonly twins: TwinCounts | null;
}

/** Lists the metrics over everybody whose differences are to be known. */
export const metricsAsked = (
  { goal, metrics }: Extract<CompareExtent, { kind: "differences" }>,
  { measures }: Pick<Scenario, "measures">,
): readonly string[] =>
  goal.kind === "absolute" ? goal.halfWidths.map(({ metric }) => metric) : (metrics ?? measures.precision_on);

/** Says how many replications of each world are simulated at first. */
export function firstOfEach(extent: CompareExtent): number {
  return extent.kind === "replications" ? extent.count : MIN_FOR_PRECISION;
}

/**
 * Simulates a base and other scenarios under common random numbers, so that replication r of each differs by
 * the change alone. Every world has as many replications as the others; what comes out depends on scenarios,
 * seed and how many alone. People's fates are paired block by block and let go, so that they never pile up.
 * Scenarios whose start, warm-up or horizon differ are refused with a `ScenarioError`.
 */
export async function compare(
  base: Runnable,
  others: readonly Runnable[],
  options: CompareOptions = {},
): Promise<Compared> {
  const { onMore = () => {} } = options;
  const extent = extentOf(options.replications, { kind: "differences", check: checkDifferences });
  if (options.twins !== undefined && options.twins !== "none")
    wholeOption("twins", options.twins, 0, MAX_REPLICATIONS);
  if (!Array.isArray(others)) refuseOption("others", "a list of scenarios", others);
  for (const loaded of [base, ...others]) checkRunnable(loaded);
  refuseUnlikeTimes(
    base.scenario,
    others.map(({ scenario }) => scenario),
  );
  const { executor, onReplication } = executionOf(options);
  const first = await worldOf(base, null, options, executor);
  const rest: World[] = [];
  for (const other of others) rest.push(await worldOf(other, first, options, executor));
  if (extent.kind === "differences")
    for (const { plan } of [first, ...rest]) refuseUnmeasured(plan, metricsAsked(extent, base.scenario));

  let total = firstOfEach(extent);
  let known: readonly DifferencePrecision[] = [];
  for (;;) {
    await simulateUpTo(total, first, rest, executor, onReplication);
    if (extent.kind === "replications") break;
    const metrics = metricsAsked(extent, base.scenario);
    known = rest.map((world) =>
      judgeDifferences(pairsOf(metrics, measured(first), measured(world)), extent.goal),
    );
    const next = Math.max(total, ...known.map(({ nextTotal }) => nextTotal));
    if (next === total) break;
    onMore((next - total) * (1 + rest.length));
    total = next;
  }
  return {
    base: { ...measured(first), precision: null },
    others: rest.map((world, i) => ({
      ...measured(world),
      precision: null,
      twins: world.twins?.result({ base: first.practices, other: world.practices }) ?? null,
      known: known[i] ?? null,
    })),
  };
}

/** Refuses what no number of replications could make known. */
function checkDifferences({ goal, metrics }: Extract<CompareExtent, { kind: "differences" }>): void {
  checkWord("precision", goal?.kind, ["relative", "absolute", "sign"]);
  if (goal.kind === "relative") precisionOption(goal.share);
  if (goal.kind === "absolute") {
    if (!Array.isArray(goal.halfWidths) || goal.halfWidths.length === 0)
      refuseOption("precision", "a list of half-widths", goal.halfWidths);
    for (const { metric, within } of goal.halfWidths)
      if (!(within > 0 && Number.isFinite(within)))
        refuseOption("precision", `a number over 0 for ${metric}`, within);
  }
  if (metrics !== undefined && (!Array.isArray(metrics) || metrics.length === 0))
    refuseOption("precision", "a list of metrics", metrics);
}

async function worldOf(
  loaded: Runnable,
  base: World | null,
  { twins = DEFAULT_TWINS, seed, detail }: CompareOptions,
  executor: Executor,
): Promise<World> {
  const job = jobOf(loaded, {
    ...(seed === undefined ? {} : { seed }),
    ...(detail === undefined ? {} : { detail }),
    keepsFates: twins !== "none",
  });
  const plan = await executor.plan(job);
  const practices = job.keepsFates ? (await executor.names(job)).practices : [];
  const counts =
    base === null || twins === "none"
      ? null
      : new TwinCounts(practicesInBase(base.practices, practices), twins);
  return { job, plan, practices, results: [], twins: counts };
}

const measured = ({ job: { scenario, seed }, plan, results }: World): Omit<Replicated, "precision"> => ({
  scenario,
  seed,
  plan,
  results,
});

/**
 * Bytes of fates that may wait for their twins, and bounds of a block: it is large enough to keep threads
 * busy, and changes no result.
 */
const MAX_WAITING = 250_000_000;
const [MIN_A_BLOCK, MAX_A_BLOCK] = [8, 64];

async function simulateUpTo(
  total: number,
  base: World,
  others: readonly World[],
  executor: Executor,
  onReplication?: OnReplication,
): Promise<void> {
  let blockSize = base.job.keepsFates ? MIN_A_BLOCK : total;
  for (let from = base.results.length; from < total; from = base.results.length) {
    const block = range(from, Math.min(total, from + blockSize));
    const twins = new WaitingTwins(others);
    const worlds = [base, ...others];
    const results = await executor.executeTogether(
      worlds.map(({ job }) => job),
      block,
      async (simulated, job) => {
        const { result, fates } = simulated;
        if (fates !== undefined) twins.add(job, result.replication, fates);
        await onReplication?.(simulated);
      },
    );
    for (const [world, made] of results.entries()) worlds[world].results.push(...made);
    blockSize = blockOf(twins, blockSize);
  }
}

/** Pairs the fates of people in a block of replications; either of two worlds may come first. */
class WaitingTwins {
  /** Bytes of the base's fates, and of how many replications. */
  bytes = 0;
  replications = 0;
  private readonly others: ReadonlyMap<Job, World>;
  private readonly ofBase = new Map<number, FateColumns>();
  private readonly early = new Map<number, [World, FateColumns][]>();

  constructor(others: readonly World[]) {
    this.others = new Map(others.map((world) => [world.job, world]));
  }

  add(job: Job, replication: number, fates: FateColumns): void {
    const world = this.others.get(job);
    const ofBase = this.ofBase.get(replication);
    if (world === undefined) {
      for (const { byteLength } of Object.values(fates)) this.bytes += byteLength;
      this.replications++;
      this.ofBase.set(replication, fates);
      for (const [other, theirs] of this.early.get(replication) ?? [])
        other.twins?.add(replication, fates, theirs);
      this.early.delete(replication);
    } else if (ofBase !== undefined) world.twins?.add(replication, ofBase, fates);
    else this.early.set(replication, [...(this.early.get(replication) ?? []), [world, fates]]);
  }
}

function blockOf({ bytes, replications }: WaitingTwins, before: number): number {
  if (bytes === 0) return before;
  const fitting = Math.floor((MAX_WAITING * replications) / bytes);
  return Math.min(MAX_A_BLOCK, Math.max(MIN_A_BLOCK, fitting));
}
