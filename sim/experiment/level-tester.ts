import { type Goal, indifferenceOf, MOST_LOADED } from "../findings/goal.ts";
import { againstMostLoaded, mostLoadedValues } from "../findings/most-loaded-list.ts";
import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { confidenceSequence } from "../stats/confidence-sequence.ts";
import { type AgainstTarget, judgeAgainst } from "../stats/judge-against.ts";
import { type ExecutionOptions, executionOf, type Runnable } from "./execution-options.ts";
import type { Job } from "./executor.ts";
import { MAX_FOR_PRECISION } from "./precision.ts";
import { jobOf, range } from "./replicate.ts";

/** Changes how levels of a lever are judged. */
export interface LevelOptions extends ExecutionOptions {
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

/** Says whether the side of a level is sure: all goals surely met, or one surely missed. */
export const isSurelySided = ({ goals, isMet }: Pick<TestedLevel, "goals" | "isMet">): boolean =>
  isMet ? goals.every((one) => one.isSure) : goals.some((one) => one.isSure && !one.isMet);

/** The levels of a lever, in order, each made when it is asked for. */
export interface Levels {
  readonly count: number;
  readonly at: (level: number) => Runnable;
}

/**
 * Replications of a level before it is judged first, and by how much they grow at least from look to look.
 */
const [FIRST, GROWTH] = [16, 1.5];
/** Chance that a side of an answer is wrong, where nobody says another. */
export const DEFAULT_ERROR = 0.01;
/** Replications go into cells of so many. */
const CELL = 4;

/** A level of which some replications are there. */
interface Begun {
  readonly job: Job;
  tested: TestedLevel;
  /** Whether its side is known, or no more is to be simulated. */
  isSettled: boolean;
}

/** Tests levels of a lever, each once. */
export interface LevelTester {
  /** Simulates a level until its side is known. */
  readonly test: (level: number) => Promise<TestedLevel>;
  /** Simulates a level only so often that it can be judged first. */
  readonly glance: (level: number) => Promise<TestedLevel>;
  /** Simulates a level up to so many replications at least, whatever its side. */
  readonly upTo: (level: number, replications: number) => Promise<TestedLevel>;
  /** The levels that were simulated, in order. */
  readonly inOrder: () => readonly TestedLevel[];
}

/**
 * Judges levels of a lever against goals under common random numbers, each by an always-valid sequence; the
 * chance that any of them is judged wrong is shared among as many as may be looked at.
 */
export function levelTester(
  levels: Levels,
  goals: readonly Goal[],
  { error = DEFAULT_ERROR, within, most = MAX_FOR_PRECISION, seed, onLook = () => {}, ...how }: LevelOptions,
  looks: number,
): LevelTester {
  const { executor, onReplication } = executionOf(how);
  const begun = new Map<number, Begun>();
  const shared = error / looks / goals.length;
  // A summary has nothing of single lists.
  const detail = goals.some(({ metric }) => metric === MOST_LOADED) ? "full" : "summary";

  const further = async (level: number, upTo: number): Promise<Begun> => {
    let known = begun.get(level);
    if (known === undefined) {
      const job = jobOf(levels.at(level), { ...(seed === undefined ? {} : { seed }), detail });
      const plan = await executor.plan(job);
      known = { job, tested: { level, plan, results: [], goals: [], isMet: false }, isSettled: false };
      begun.set(level, known);
    }
    const { job, tested } = known;
    onLook(level, upTo);
    const more = range(tested.results.length, upTo);
    const results = [...tested.results, ...(await executor.execute(job, more, onReplication))];
    const judged = goals.map((goal) => judgedGoal(goal, tested.plan, results, { error: shared, within }));
    known.tested = { ...tested, results, goals: judged, isMet: judged.every((one) => one.isMet) };
    // One goal that surely fails decides.
    known.isSettled =
      upTo >= most ||
      judged.every(({ against }) => against.side !== "undecided") ||
      judged.some((one) => one.isSure && !one.isMet);
    return known;
  };
  const glance = async (level: number): Promise<TestedLevel> =>
    (begun.get(level) ?? (await further(level, Math.min(most, FIRST)))).tested;

  return {
    glance,
    test: async (level) => {
      await glance(level);
      for (;;) {
        const known = begun.get(level);
        if (known === undefined || known.isSettled) return glance(level);
        const { goals: judged, results } = known.tested;
        const wanted = Math.max(...judged.map(({ against }) => against.wanted ?? 0), results.length * GROWTH);
        await further(level, Math.min(most, Math.ceil(Math.min(wanted, results.length * 3) / CELL) * CELL));
      }
    },
    upTo: async (level, replications) => {
      const { results } = await glance(level);
      return results.length >= replications ? glance(level) : (await further(level, replications)).tested;
    },
    inOrder: () => [...begun.values()].map(({ tested }) => tested).sort((a, b) => a.level - b.level),
  };
}

function judgedGoal(
  goal: Goal,
  plan: MeasurePlan,
  results: readonly ReplicationResult[],
  { error, within }: { readonly error: number; readonly within: number | undefined },
): JudgedGoal {
  const zone = within ?? indifferenceOf(goal);
  const judging = { error, within: zone };
  const against =
    goal.metric === MOST_LOADED
      ? againstMostLoaded(plan, results, goal.target, judging)
      : judgeAgainst(goalValues({ plan, results }, goal), goal.target, judging);
  const { side, bounds } = against;
  return {
    goal,
    against,
    isMet: side === "undecided" || side === "near" ? meets(goal, bounds.mean) : meets(goal, bounds.low),
    isSure: side === "above" || side === "below",
  };
}

/** Says whether a value meets a goal; on the target, it does. */
function meets({ bound, target }: Goal, value: number | null): boolean {
  if (value === null) return false;
  return bound === "at least" ? value >= target : value <= target;
}

/** Gives what a goal is judged by in each replication of a level. */
export const goalValues = (
  { plan, results }: Pick<TestedLevel, "plan" | "results">,
  { metric }: Goal,
): Float64Array =>
  metric === MOST_LOADED
    ? mostLoadedValues(plan, results)
    : estimationValues(plan, results, placeOf(plan, metric));

/** Two levels between which a goal surely gets worse, though there is more of the lever. */
export interface Fall {
  readonly goal: Goal;
  readonly from: number;
  readonly to: number;
}

/** Finds those pairs of levels, the second with more of the lever, between which a goal surely falls. */
export function fallsOf(
  pairs: readonly { readonly from: TestedLevel; readonly to: TestedLevel }[],
  goals: readonly Goal[],
  error: number,
): readonly Fall[] {
  return goals.flatMap((goal) =>
    pairs.flatMap(({ from, to }) => {
      const { high } = confidenceSequence(gains(from, to, goal), error / (pairs.length * goals.length));
      return high !== null && high < 0 ? [{ goal, from: from.level, to: to.level }] : [];
    }),
  );
}

/** Gives by how much a goal is better at a level than at another, in each replication that both have. */
export function gains(from: TestedLevel, to: TestedLevel, goal: Goal): Float64Array {
  const [before, after] = [from, to].map((one) => goalValues(one, goal));
  const sign = goal.bound === "at least" ? 1 : -1;
  const common = Math.min(before.length, after.length);
  return Float64Array.from({ length: common }, (_, r) => sign * (after[r] - before[r]));
}

/** Counts the replications of all levels. */
export const replicationsOf = (tested: readonly TestedLevel[]): number =>
  tested.reduce((sum, { results }) => sum + results.length, 0);
