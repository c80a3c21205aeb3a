import { type Goal, indifferenceOf } from "../findings/goal.ts";
import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { confidenceSequence } from "../stats/confidence-sequence.ts";
import { type AgainstTarget, judgeAgainst } from "../stats/judge-against.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import type { Executor, Job, OnReplication } from "./executor.ts";
import { MAX_FOR_PRECISION } from "./precision.ts";
import { jobOf, range } from "./replicate.ts";

/** Changes how the least level is sought. */
export interface LeastLevelOptions extends ExecutionOptions {
  /** Random seed, the same at every level; "1" if left out. */
  readonly seed?: string;
  /** The chance that a side of the certificate is wrong; 1 % if left out. */
  readonly error?: number;
  /** Means this near a target count as on it, in the metric's unit; `indifferenceOf` the goal if left out. */
  readonly within?: number;
  /** Maximum number of replications of a level; 2,000 if left out. */
  readonly most?: number;
  /** Hears that a level will be simulated up to so many replications. */
  readonly onLook?: (level: number, upTo: number) => void;
}

/** How a goal stands at a level. */
export interface JudgedGoal {
  readonly goal: Goal;
  readonly against: AgainstTarget;
  /** Whether it is met, surely or, where that could not be decided, by the mean. */
  readonly isMet: boolean;
  /**
   * Whether the side is sure; else the mean is as near the target as does not matter, or too little was
   * simulated.
   */
  readonly isSure: boolean;
}

/** A level of the lever that was simulated. */
export interface TestedLevel {
  /** Its place among the levels, from 0. */
  readonly level: number;
  readonly plan: MeasurePlan;
  readonly results: readonly ReplicationResult[];
  readonly goals: readonly JudgedGoal[];
  readonly isMet: boolean;
}

/** The levels of a lever, in order, each made when it is asked for. */
export interface Levels {
  readonly count: number;
  readonly at: (level: number) => Runnable;
}

/** Holds the least level that meets every goal, and what shows it. */
export interface LeastLevel {
  /** The levels that were simulated, in order. */
  readonly tested: readonly TestedLevel[];
  /** The least that meets the goals; null if none does. */
  readonly meets: TestedLevel | null;
  /** The level below it, which does not; null where the least of all levels meets them, or none does. */
  readonly fails: TestedLevel | null;
  /**
   * Pairs of levels between which a goal surely gets worse as the lever rises: then a higher level may fail.
   */
  readonly falls: readonly { readonly goal: Goal; readonly from: number; readonly to: number }[];
  /** Replications of all levels together. */
  readonly replications: number;
}

/**
 * Replications of a level before it is judged first, and by how much they grow at least from look to look.
 */
const [FIRST, GROWTH] = [16, 1.5];
/** Chance that a side of an answer is wrong, where nobody says another. */
const DEFAULT_ERROR = 0.01;
/** Replications go into cells of so many. */
const CELL = 4;

/** Tests levels of a lever, each once. */
interface LevelTester {
  readonly test: (level: number) => Promise<TestedLevel>;
  /** The levels that were tested, in order. */
  readonly inOrder: () => readonly TestedLevel[];
}

function levelTester(
  levels: Levels,
  goals: readonly Goal[],
  {
    error = DEFAULT_ERROR,
    within,
    most = MAX_FOR_PRECISION,
    seed,
    onLook = () => {},
    ...how
  }: LeastLevelOptions,
): LevelTester {
  const { executor, onReplication } = executionOf(how);
  const tested = new Map<number, TestedLevel>();
  // Both ends, and what halving can come to.
  let looks = 1;
  for (let left = levels.count; left > 0; left >>= 1) looks++;
  const judged = { error: error / looks / goals.length, within, most };
  return {
    test: async (level) => {
      const known = tested.get(level);
      if (known !== undefined) return known;
      const job = jobOf(levels.at(level), { ...(seed === undefined ? {} : { seed }), detail: "summary" });
      const found = await testLevel(level, job, goals, judged, executor, {
        onLook: (upTo) => onLook(level, upTo),
        onReplication,
      });
      tested.set(level, found);
      return found;
    },
    inOrder: () => [...tested.values()].sort((a, b) => a.level - b.level),
  };
}

/**
 * Finds the least of some levels of a lever, in order, that meets goals: the interval between one that fails
 * and one that meets is halved, every level is simulated with the same random numbers, and judged by an
 * always-valid sequence until its side is known, so that each side of the answer is wrong with at most the
 * stated chance (the error is shared among the levels that halving can come to). That more is better is not
 * assumed of what was simulated: levels between which a goal surely falls are told.
 */
export async function leastLevel(
  levels: Levels,
  goals: readonly Goal[],
  options: LeastLevelOptions = {},
): Promise<LeastLevel> {
  const { test, inOrder } = levelTester(levels, goals, options);
  let high = levels.count - 1;
  let meets: TestedLevel | null = await test(high);
  let low = -1;
  if (!meets.isMet) meets = null;
  while (meets !== null && high - low > 1) {
    const middle = await test((low + high) >> 1);
    if (middle.isMet) {
      high = middle.level;
      meets = middle;
    } else low = middle.level;
  }
  const tested = inOrder();
  return {
    tested,
    meets,
    fails: meets === null || low < 0 ? null : (tested.find(({ level }) => level === low) ?? null),
    falls: fallsOf(tested, goals, options.error ?? DEFAULT_ERROR),
    replications: replicationsOf(tested),
  };
}

/** Holds where along a lever goals come to be met, or no longer are. */
export interface TippingLevel {
  /** The levels that were simulated, in order. */
  readonly tested: readonly TestedLevel[];
  /** Two neighbours of which one meets the goals and the other does not; null if the ends do alike. */
  readonly between: readonly [before: TestedLevel, after: TestedLevel] | null;
  /** Replications of all levels together. */
  readonly replications: number;
}

/**
 * Finds between which two of some levels of a lever goals come to be met, or no longer are: both ends are
 * judged, then the interval between one that meets them and one that does not is halved, as in `leastLevel`.
 * Where both ends are on one side it finds none; that there is no more than one such place is not looked at.
 */
export async function tippingLevel(
  levels: Levels,
  goals: readonly Goal[],
  options: LeastLevelOptions = {},
): Promise<TippingLevel> {
  const { test, inOrder } = levelTester(levels, goals, options);
  let before = await test(0);
  let after = await test(levels.count - 1);
  while (before.isMet !== after.isMet && after.level - before.level > 1) {
    const middle = await test((before.level + after.level) >> 1);
    if (middle.isMet === before.isMet) before = middle;
    else after = middle;
  }
  const between = before.isMet === after.isMet ? null : ([before, after] as const);
  return { tested: inOrder(), between, replications: replicationsOf(inOrder()) };
}

const replicationsOf = (tested: readonly TestedLevel[]): number =>
  tested.reduce((sum, { results }) => sum + results.length, 0);

async function testLevel(
  level: number,
  job: Job,
  goals: readonly Goal[],
  {
    error,
    within,
    most,
  }: { readonly error: number; readonly within: number | undefined; readonly most: number },
  executor: Executor,
  hear: { readonly onLook: (upTo: number) => void; readonly onReplication: OnReplication | undefined },
): Promise<TestedLevel> {
  const plan = await executor.plan(job);
  const results: ReplicationResult[] = [];
  let upTo = Math.min(most, FIRST);
  for (;;) {
    hear.onLook(upTo);
    results.push(...(await executor.execute(job, range(results.length, upTo), hear.onReplication)));
    const judged = goals.map((goal): JudgedGoal => {
      const zone = within ?? indifferenceOf(goal);
      const against = judgeAgainst(valuesOf(plan, results, goal), goal.target, { error, within: zone });
      const { side, bounds } = against;
      return {
        goal,
        against,
        isMet: side === "undecided" || side === "near" ? meets(goal, bounds.mean) : meets(goal, bounds.low),
        isSure: side === "above" || side === "below",
      };
    });
    const isMet = judged.every((one) => one.isMet);
    // One goal that surely fails decides.
    const isDecided =
      judged.every(({ against }) => against.side !== "undecided") ||
      judged.some((one) => one.isSure && !one.isMet);
    if (isDecided || upTo >= most) return { level, plan, results, goals: judged, isMet };
    const wanted = Math.max(...judged.map(({ against }) => against.wanted ?? 0), upTo * GROWTH);
    upTo = Math.min(most, Math.ceil(Math.min(wanted, upTo * 3) / CELL) * CELL);
  }
}

/** Says whether a value meets a goal; on the target, it does. */
function meets({ bound, target }: Goal, value: number | null): boolean {
  if (value === null) return false;
  return bound === "at least" ? value >= target : value <= target;
}

const valuesOf = (plan: MeasurePlan, results: readonly ReplicationResult[], { metric }: Goal): Float64Array =>
  estimationValues(plan, results, placeOf(plan, metric));

/** Finds neighbours among the levels that were simulated between which a goal surely gets worse. */
function fallsOf(tested: readonly TestedLevel[], goals: readonly Goal[], error: number): LeastLevel["falls"] {
  const pairs = tested.slice(1).map((to, i) => ({ from: tested[i], to }));
  return goals.flatMap((goal) =>
    pairs.flatMap(({ from, to }) => {
      const [before, after] = [from, to].map(({ plan, results }) => valuesOf(plan, results, goal));
      const common = Math.min(before.length, after.length);
      const sign = goal.bound === "at least" ? 1 : -1;
      const gains = Float64Array.from({ length: common }, (_, r) => sign * (after[r] - before[r]));
      const { high } = confidenceSequence(gains, error / (pairs.length * goals.length));
      return high !== null && high < 0 ? [{ goal, from: from.level, to: to.level }] : [];
    }),
  );
}
