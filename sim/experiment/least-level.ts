import type { Goal } from "../findings/goal.ts";
import { leastByHalving, looksOf, tippingByHalving } from "./halving.ts";
import {
  DEFAULT_ERROR,
  type Fall,
  fallsOf,
  type LevelOptions,
  type Levels,
  levelTester,
  replicationsOf,
  type TestedLevel,
} from "./level-tester.ts";

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
  readonly falls: readonly Fall[];
  /** Replications of all levels together. */
  readonly replications: number;
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
  options: LevelOptions = {},
): Promise<LeastLevel> {
  const { test, inOrder } = levelTester(levels, goals, options, looksOf(levels.count));
  const { meets, fails } = await leastByHalving(levels.count, test);
  const tested = inOrder();
  return {
    tested,
    meets,
    fails,
    falls: fallsOf(
      tested.slice(1).map((to, i) => ({ from: tested[i], to })),
      goals,
      options.error ?? DEFAULT_ERROR,
    ),
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
  options: LevelOptions = {},
): Promise<TippingLevel> {
  const { test, inOrder } = levelTester(levels, goals, options, looksOf(levels.count));
  const between = await tippingByHalving(levels.count, test);
  return { tested: inOrder(), between, replications: replicationsOf(inOrder()) };
}
