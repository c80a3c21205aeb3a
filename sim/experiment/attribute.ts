import type { ChangeOrders } from "../findings/attribution.ts";
import { type Change, changesBetween } from "../findings/changes.ts";
import { refuseUnlikeMeasures, refuseUnlikeTimes } from "../findings/unlike-worlds.ts";
import { type PersonCounts, PersonPatterns } from "../measures/person-patterns.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { MAX_MEMBERS } from "../stats/shapley.ts";
import { type AttributedWorld, attributedWorlds } from "./attributed-worlds.ts";
import { DEFAULT_REPLICATIONS, DEFAULT_SEED } from "./defaults.ts";
import { checkRunnable, MAX_REPLICATIONS, refuseOption, wholeOption } from "./door.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import type { Executor, Job, OnReplication } from "./executor.ts";
import { jobOf, type Replicated, range } from "./replicate.ts";
import { coalitionsOf, sampledOrders } from "./sampled-orders.ts";

/** Changes how a difference is attributed. */
export interface AttributeOptions extends ExecutionOptions {
  /** Random seed, the same for all worlds; "1" if left out. */
  readonly seed?: string;
  /** How many of each world are simulated; 100 if left out. */
  readonly replications?: number;
  /**
   * How differences are grouped: `NAME=PATH,...` texts, or `each`; by what they are about (posts, places,
   * need, casework, assumptions) if left out.
   */
  readonly by?: readonly string[];
}

/** Holds every world between two scenarios, and what became of the same people in them. */
export interface Attributed {
  readonly changes: readonly Change[];
  /** The first is the base, the last the other; between them as `orders` says. */
  readonly worlds: readonly Replicated[];
  /**
   * The orders that were sampled, of more than six changes; null where all worlds are there, and place m is
   * the one in which the changes of the bits of m are made.
   */
  readonly orders: ChangeOrders | null;
  /**
   * Who lost and who gained, by what it is due to, in order of replication; empty where orders are sampled.
   */
  readonly people: readonly PersonCounts[];
}

/** Lists what is simulated to attribute the difference of two scenarios, world by world. */
export interface Attribution {
  readonly changes: readonly Change[];
  readonly orders: ChangeOrders | null;
  readonly worlds: readonly AttributedWorld[];
}

/**
 * Makes the worlds between two scenarios. Refuses, as a `ScenarioError`, scenarios that simulate unlike
 * times or measure otherwise, groups that name no difference, and worlds that cannot be.
 */
export function planAttribution(
  base: Runnable,
  other: Runnable,
  by: readonly string[] = [],
  seed = DEFAULT_SEED,
): Attribution {
  refuseUnlikeTimes(base.scenario, [other.scenario]);
  refuseUnlikeMeasures(base.scenario, other.scenario);
  const changes = changesBetween(base, other, by);
  if (changes.length <= MAX_MEMBERS) {
    const all = range(0, 1 << changes.length);
    return { changes, orders: null, worlds: attributedWorlds(base, other, changes, all) };
  }
  const orders = sampledOrders(changes.length, seed);
  const coalitions = coalitionsOf(orders);
  return {
    changes,
    orders: { orders, coalitions },
    worlds: attributedWorlds(base, other, changes, coalitions),
  };
}

/**
 * Makes the job of a world: the two scenarios are measured in full, as `compare` does, those between them in
 * what is of everybody and of groups.
 */
export function attributionJob(
  { worlds, orders }: Attribution,
  { coalition, ...loaded }: AttributedWorld,
  seed?: string,
): Job {
  const isEnd = coalition === 0 || coalition === worlds[worlds.length - 1].coalition;
  return jobOf(loaded, {
    ...(seed === undefined ? {} : { seed }),
    detail: isEnd ? "full" : "summary",
    keepsFates: orders === null,
  });
}

/**
 * Simulates every world between two scenarios under common random numbers, so that the difference can be
 * attributed to the changes exactly, replication by replication. What comes out depends on scenarios,
 * grouping, seed and how many alone.
 */
export async function attribute(
  base: Runnable,
  other: Runnable,
  options: AttributeOptions = {},
): Promise<Attributed> {
  const { replications = DEFAULT_REPLICATIONS, by = [], seed } = options;
  wholeOption("replications", replications, 1, MAX_REPLICATIONS);
  if (!Array.isArray(by)) refuseOption("by", "a list of NAME=PATH,... texts", by);
  for (const loaded of [base, other]) checkRunnable(loaded);
  const attribution = planAttribution(base, other, by, seed);
  const { executor, onReplication } = executionOf(options);
  const numbers = new Map<string, number>();
  const worlds: World[] = [];
  for (const world of attribution.worlds) {
    const job = attributionJob(attribution, world, seed);
    const plan = await executor.plan(job);
    const { practices } = await executor.names(job);
    for (const practice of practices) if (!numbers.has(practice)) numbers.set(practice, numbers.size);
    const practiceNumbers = Int32Array.from(practices, (practice) => numbers.get(practice) ?? -1);
    worlds.push({ job, plan, practices: practiceNumbers, results: [] });
  }
  const { changes, orders } = attribution;
  const followed = orders === null ? changes.length : 0;
  const people = await simulateAll(replications, worlds, followed, executor, onReplication);
  return {
    changes,
    orders,
    worlds: worlds.map(({ job, plan, results }) => ({
      scenario: job.scenario,
      seed: job.seed,
      plan,
      results,
      precision: null,
    })),
    people: orders === null ? people : [],
  };
}

interface World {
  readonly job: Job;
  readonly plan: MeasurePlan;
  /** Numbers of its practices that are alike in every world. */
  readonly practices: Int32Array;
  readonly results: ReplicationResult[];
}

/**
 * Fates of people by world that may be held at once, and bounds of a block: it is large enough to keep
 * threads busy, and changes no result.
 */
const MAX_HELD = 50_000_000;
const [MIN_A_BLOCK, MAX_A_BLOCK] = [8, 64];

async function simulateAll(
  total: number,
  worlds: readonly World[],
  changes: number,
  executor: Executor,
  onReplication?: OnReplication,
): Promise<readonly PersonCounts[]> {
  const counts: PersonCounts[] = [];
  let blockSize = MIN_A_BLOCK;
  for (let from = 0; from < total; ) {
    const block = range(from, Math.min(total, from + blockSize));
    const patterns = new Map(block.map((replication) => [replication, new PersonPatterns(changes)]));
    const numberOf = new Map(worlds.map(({ job }, world) => [job, world]));
    const simulated = await executor.executeTogether([...numberOf.keys()], block, async (one, job) => {
      const world = numberOf.get(job) ?? 0;
      if (one.fates !== undefined)
        patterns.get(one.result.replication)?.add(world, one.fates, worlds[world].practices);
      await onReplication?.(one);
    });
    for (const [world, results] of simulated.entries()) worlds[world].results.push(...results);
    let held = 0;
    for (const pattern of patterns.values()) {
      held += pattern.people * worlds.length;
      counts.push(pattern.counts());
    }
    from += block.length;
    const fitting = held === 0 ? MAX_A_BLOCK : Math.floor((MAX_HELD * block.length) / held);
    blockSize = Math.min(MAX_A_BLOCK, Math.max(MIN_A_BLOCK, fitting));
  }
  return counts;
}
