import type { Goal } from "../findings/goal.ts";
import { estimationValues } from "../measures/estimation-values.ts";
import { placeOf } from "../measures/place-of.ts";
import { compareWithBest } from "../stats/compare-with-best.ts";
import { confidenceSequence } from "../stats/confidence-sequence.ts";
import { finiteValues, sampleMean } from "../stats/sample.ts";
import { DEFAULT_REPLICATIONS } from "./defaults.ts";
import type { Runnable } from "./execution-options.ts";
import {
  DEFAULT_ERROR,
  type Fall,
  fallsOf,
  gains,
  goalValues,
  type LevelOptions,
  levelTester,
  replicationsOf,
  type TestedLevel,
} from "./level-tester.ts";

/** Two levers, the values of each from less to more. */
export interface TwoLevers {
  readonly counts: readonly [first: number, second: number];
  readonly at: (first: number, second: number) => Runnable;
  /** What levers with a price cost a year, in GBP. */
  readonly priced: (first: number, second: number) => number;
  /** Whether what the programme costs in the model counts as well. */
  readonly countsProgramme: boolean;
  /** Years that are measured. */
  readonly years: number;
}

/** Changes how combinations are sought. */
export interface FrontierOptions extends LevelOptions {
  /** GBP a year that may be spent; if left out nothing is sought for a sum. */
  readonly budget?: number;
}

/** A value of each lever, together. */
export interface Combination extends TestedLevel {
  readonly first: number;
  readonly second: number;
  /** Mean cost a year in GBP; null where it is not measured. */
  readonly cost: number | null;
  /** Whether another one surely costs no more and surely does better by the goal. */
  readonly isDominated: boolean;
}

/** Holds the combinations that were simulated, and those that matter. */
export interface Frontier {
  /** In order of their cost. */
  readonly combinations: readonly Combination[];
  /** The cheapest that meets every goal; null if none does. */
  readonly cheapest: Combination | null;
  /** Whether every combination was simulated; else more of a lever was taken to be no worse. */
  readonly isAll: boolean;
  /** Combinations that there are. */
  readonly count: number;
  /** What does best by the goal for the sum that may be spent, then what may be as good; null without one. */
  readonly forBudget: readonly Combination[] | null;
  readonly falls: readonly Fall[];
  readonly replications: number;
}

/** More combinations than these are not all simulated. */
export const MAX_COMBINATIONS = 100;
/** Chance that anything said of which combination dominates, or is the best for a sum, is wrong. */
const ERROR = 0.05;
/** Simulated first of each. */
const GLANCED = 16;

/**
 * Finds which combinations of two levers are undominated by cost and goal, and the cheapest that meets the
 * goals. Up to 100 combinations are all simulated, and then judged from the cheapest on until one meets the
 * goals: no combination is taken to be better than another for having more. Of more than 100 the boundary is
 * followed: from the most of the first lever downwards the least of the second that meets the goals, which
 * never falls if more is no worse; where what was simulated shows that it is, it is told. Each side of the
 * certificate is wrong with at most the stated chance, shared among all that may be judged. One combination
 * dominates another if by always-valid paired intervals it surely costs no more and surely does no worse, one
 * of them better (95 %, all pairs together).
 */
export async function frontier(
  levers: TwoLevers,
  goals: readonly Goal[],
  options: FrontierOptions = {},
): Promise<Frontier> {
  const { budget, ...how } = options;
  const [rows, columns] = levers.counts;
  const count = rows * columns;
  const isAll = count <= MAX_COMBINATIONS;
  const place = (level: number): readonly [number, number] => [Math.floor(level / columns), level % columns];
  const levels = { count, at: (level: number): Runnable => levers.at(...place(level)) };
  const looks = isAll ? count : rows + columns + (32 - Math.clz32(columns));
  const tester = levelTester(levels, goals, how, looks);
  const costs = (tested: TestedLevel): Float64Array => costValues(tested, levers, place(tested.level));
  const costOf = (tested: TestedLevel): number | null => meanOf(costs(tested));
  const byCost = (a: TestedLevel, b: TestedLevel): number =>
    (costOf(a) ?? Infinity) - (costOf(b) ?? Infinity) || a.level - b.level;

  const meeting = isAll ? await cheapestOfAll() : await cheapestOnBoundary();
  const within = budget === undefined || !isAll ? null : await bestForBudget(budget);
  const tested = [...tester.inOrder()].sort(byCost);
  const dominated = dominatedOf(tested, goals[0], costs);
  const combinations = tested.map((one, i): Combination => {
    const [first, second] = place(one.level);
    return { ...one, first, second, cost: costOf(one), isDominated: dominated[i] };
  });
  const found = (level: number): Combination[] => combinations.filter((one) => one.level === level);
  return {
    combinations,
    cheapest: meeting === null ? null : found(meeting)[0],
    isAll,
    count,
    forBudget: within?.flatMap(found) ?? null,
    falls: fallsOf(neighbours(tested, place), goals, how.error ?? DEFAULT_ERROR),
    replications: replicationsOf(tested),
  };

  async function cheapestOfAll(): Promise<number | null> {
    const all: TestedLevel[] = [];
    // Told ahead, so that who watches can tell how long it takes.
    for (let level = 0; level < count; level++) how.onLook?.(level, Math.min(GLANCED, how.most ?? GLANCED));
    for (let level = 0; level < count; level++) all.push(await tester.glance(level));
    for (const { level } of all.sort(byCost)) if ((await tester.test(level)).isMet) return level;
    return null;
  }

  async function cheapestOnBoundary(): Promise<number | null> {
    const at = (row: number, column: number): Promise<TestedLevel> => tester.test(row * columns + column);
    let best: TestedLevel | null = null;
    let column = await leastColumn(at);
    for (let row = rows - 1; row >= 0 && column < columns; row--) {
      let here = await at(row, column);
      while (!here.isMet && ++column < columns) here = await at(row, column);
      if (here.isMet && (best === null || byCost(here, best) < 0)) best = here;
    }
    return best?.level ?? null;
  }

  /** Halves for the least of the second lever with which the most of the first meets the goals. */
  async function leastColumn(at: (row: number, column: number) => Promise<TestedLevel>): Promise<number> {
    let [low, high] = [-1, columns - 1];
    if (!(await at(rows - 1, high)).isMet) return columns;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((await at(rows - 1, middle)).isMet) high = middle;
      else low = middle;
    }
    return high;
  }

  /** Finds what does best by the goal for a sum: surely worse ones are simulated no further. */
  async function bestForBudget(sum: number): Promise<readonly number[]> {
    const better = goals[0].bound === "at least" ? "higher" : "lower";
    const affordable = tester.inOrder().filter((one) => (costOf(one) ?? Infinity) <= sum + 0.005);
    const mayBe = (of: readonly TestedLevel[], upTo: number): readonly TestedLevel[] => {
      const samples = of.map((one) => goalValues(one, goals[0]).slice(0, upTo));
      const against = compareWithBest(samples, better, 1 - ERROR / 2);
      const order = (one: TestedLevel): number => meanOf(goalValues(one, goals[0]).slice(0, upTo)) ?? 0;
      const sign = better === "higher" ? -1 : 1;
      return of
        .filter((_, i) => against?.[i].mayBeBest !== false)
        .sort((a, b) => sign * (order(a) - order(b)));
    };
    const staying: TestedLevel[] = [];
    const upTo = Math.max(GLANCED, Math.min(how.most ?? DEFAULT_REPLICATIONS, DEFAULT_REPLICATIONS));
    for (const { level } of mayBe(affordable, GLANCED)) staying.push(await tester.upTo(level, upTo));
    return mayBe(staying, upTo).map(({ level }) => level);
  }
}

const meanOf = (values: ArrayLike<number>): number | null => sampleMean(finiteValues(values));

/** Gives what a combination costs a year in each replication. */
function costValues(
  { plan, results }: TestedLevel,
  { priced, countsProgramme, years }: TwoLevers,
  [first, second]: readonly [number, number],
): Float64Array {
  const own = priced(first, second);
  if (!countsProgramme) return Float64Array.from(results, () => own);
  return estimationValues(plan, results, placeOf(plan, "cost.total")).map((total) => own + total / years);
}

/** Says of each of some combinations whether another one surely dominates it. */
function dominatedOf(
  tested: readonly TestedLevel[],
  goal: Goal,
  costs: (tested: TestedLevel) => Float64Array,
): readonly boolean[] {
  const error = ERROR / Math.max(1, tested.length * (tested.length - 1));
  const spent = new Map(tested.map((one) => [one, costs(one)]));
  const isSurelyNoLess = (values: Float64Array): boolean =>
    (meanOf(values) ?? -1) >= 0 && (confidenceSequence(values, error).low ?? -1) >= 0;
  return tested.map((one) =>
    tested.some((other) => {
      const [dear, cheap] = [spent.get(one) ?? [], spent.get(other) ?? []];
      const common = Math.min(dear.length, cheap.length);
      const saved = Float64Array.from({ length: common }, (_, r) => dear[r] - cheap[r]);
      const gained = gains(one, other, goal);
      if (!isSurelyNoLess(saved) || !isSurelyNoLess(gained)) return false;
      return (meanOf(saved) ?? 0) + (meanOf(gained) ?? 0) > 0;
    }),
  );
}

/** Pairs combinations with the next that has more of one lever, and of the other the same. */
function neighbours(
  tested: readonly TestedLevel[],
  place: (level: number) => readonly [number, number],
): readonly { readonly from: TestedLevel; readonly to: TestedLevel }[] {
  const inOrder = [...tested].sort((a, b) => a.level - b.level);
  return inOrder.flatMap((from) => {
    const [first, second] = place(from.level);
    const more = [
      inOrder.find(({ level }) => place(level)[0] === first && place(level)[1] > second),
      inOrder.find(({ level }) => place(level)[1] === second && place(level)[0] > first),
    ];
    return more.flatMap((to) => (to === undefined ? [] : [{ from, to }]));
  });
}
