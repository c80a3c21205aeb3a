import type { Runnable } from "../experiment/execution-options.ts";
import { leastByHalving, looksOf, tippingByHalving } from "../experiment/halving.ts";
import {
  DEFAULT_ERROR,
  type Fall,
  fallsOf,
  isSurelySided,
  type LevelOptions,
  levelTester,
  replicationsOf,
  type TestedLevel,
} from "../experiment/level-tester.ts";
import type { Goal } from "../findings/goal.ts";

/** The levels of a lever, in order, under every member of an ensemble. */
export interface MemberLevels {
  readonly count: number;
  /** How much each member counts: above 0, of any sum. */
  readonly weights: readonly number[];
  /** Makes the scenario at a level under a member, both from 0. */
  readonly at: (level: number, member: number) => Runnable;
}

/** Changes how levels are judged under members. */
export interface RobustOptions extends LevelOptions {
  /** Share of the members, by weight, that must meet the goals. */
  readonly share: number;
}

/** A member at a level. */
export interface MemberAtLevel extends TestedLevel {
  /** Its place among the members, from 0. */
  readonly member: number;
}

/** How the members stand at a level. */
export interface LevelOfMembers {
  /** Its place among the levels, from 0. */
  readonly level: number;
  /** The members that were simulated there: all at the levels of an answer, else until the side was known. */
  readonly members: readonly MemberAtLevel[];
  /** Share of all members, by weight, that meet the goals, as far as they were simulated. */
  readonly met: number;
  /** Between which shares of all members surely meet them. */
  readonly surely: readonly [low: number, high: number];
  readonly isMet: boolean;
  /** Whether the side is sure; else it hangs on members that are judged by their means. */
  readonly isSure: boolean;
}

/** What was looked at along a lever under the members of an ensemble. */
export interface RobustLevels {
  /** The levels that were looked at, in order. */
  readonly levels: readonly LevelOfMembers[];
  /** Replications of all levels and members together. */
  readonly replications: number;
}

/** The least level at which enough members meet every goal. */
export interface RobustLeast extends RobustLevels {
  readonly meets: LevelOfMembers | null;
  /** The level below it; null where the least of all levels does, or none. */
  readonly fails: LevelOfMembers | null;
  /** Levels between which a goal surely gets worse under a member, though there is more of the lever. */
  readonly falls: readonly (Fall & { readonly member: number })[];
}

/** Where along a lever enough members come to meet every goal, or no longer do. */
export interface RobustTip extends RobustLevels {
  /** Two neighbours on different sides; null if the ends do alike. */
  readonly between: readonly [before: LevelOfMembers, after: LevelOfMembers] | null;
}

/**
 * Finds the least of some levels of a lever, in order, at which a share of the members of an ensemble meets
 * goals, by halving as `leastLevel` does. Every member at every level has the same random numbers and is
 * judged by an always-valid sequence; members are simulated until the side of the level is known, those
 * first that came nearest to failing. The error of a side is shared among all members at all levels that
 * halving can come to, so that a side of the answer is wrong with at most the stated chance.
 */
export async function robustLeast(
  levels: MemberLevels,
  goals: readonly Goal[],
  options: RobustOptions,
): Promise<RobustLeast> {
  const { test, complete, found, falls } = membersTester(levels, goals, options);
  const { meets, fails } = await leastByHalving(levels.count, test);
  const answer = {
    meets: meets === null ? null : await complete(meets.level),
    fails: fails === null ? null : await complete(fails.level),
  };
  if (meets === null) await complete(levels.count - 1);
  return { ...answer, falls: falls(), ...found() };
}

/** Finds between which two levels enough members come to meet goals, or no longer do, as `tippingLevel`. */
export async function robustTip(
  levels: MemberLevels,
  goals: readonly Goal[],
  options: RobustOptions,
): Promise<RobustTip> {
  const { test, complete, found } = membersTester(levels, goals, options);
  const between = await tippingByHalving(levels.count, test);
  const [before, after] = between ?? [{ level: 0 }, { level: levels.count - 1 }];
  const ends = [await complete(before.level), await complete(after.level)] as const;
  return { between: between === null ? null : ends, ...found() };
}

/** Weights are sums of parts, which round. */
const ROUNDING = 1e-9;

function membersTester(
  { count, weights, at }: MemberLevels,
  goals: readonly Goal[],
  { share, onLook = () => {}, ...options }: RobustOptions,
) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pairs = {
    count: count * weights.length,
    at: (pair: number) => at(Math.floor(pair / weights.length), pair % weights.length),
  };
  const tester = levelTester(pairs, goals, { ...options, onLook }, looksOf(count) * weights.length);
  const pairOf = (level: number, member: number): number => level * weights.length + member;
  const shareOf = (members: readonly MemberAtLevel[]): number =>
    members.reduce((sum, { member }) => sum + weights[member], 0) / all;
  const settled = new Set<number>();
  const margins = weights.map(() => 0);

  const simulated = (level: number): MemberAtLevel[] =>
    tester.inOrder().flatMap(({ level: pair, ...tested }) => {
      const member = pair % weights.length;
      return Math.floor(pair / weights.length) === level ? [{ ...tested, level, member }] : [];
    });
  const lookAt = (level: number): LevelOfMembers => {
    const members = simulated(level);
    const sure = members.filter(isSurelySided);
    const met = shareOf(members.filter(({ isMet }) => isMet));
    const low = shareOf(sure.filter(({ isMet }) => isMet));
    const high = 1 - shareOf(sure.filter(({ isMet }) => !isMet));
    const isMet = met >= share - ROUNDING;
    const isSure = isMet ? low >= share - ROUNDING : high < share - ROUNDING;
    return { level, members, met, surely: [low, high], isMet, isSure };
  };
  /** Says whether members whose side is known decide, or those of whom no more is simulated. */
  const isDecided = (level: number): boolean => {
    const known = simulated(level).filter(
      (one) => isSurelySided(one) || settled.has(pairOf(level, one.member)),
    );
    const met = shareOf(known.filter(({ isMet }) => isMet));
    const failed = shareOf(known.filter(({ isMet }) => !isMet));
    return met >= share - ROUNDING || failed > 1 - share + ROUNDING;
  };
  const glance = async (level: number, member: number): Promise<void> => {
    const { goals: judged } = await tester.glance(pairOf(level, member));
    margins[member] = Math.min(...judged.map(marginOf));
  };
  const hardestFirst = (): number[] => {
    const last = [...margins];
    return last.map((_, member) => member).sort((a, b) => last[a] - last[b] || a - b);
  };

  return {
    test: async (level: number): Promise<LevelOfMembers> => {
      for (const member of hardestFirst()) {
        await glance(level, member);
        if (isDecided(level)) return lookAt(level);
      }
      const open = simulated(level)
        .filter((one) => !isSurelySided(one))
        .sort((a, b) => wantedOf(a) - wantedOf(b) || a.member - b.member);
      for (const { member } of open) {
        await tester.test(pairOf(level, member));
        settled.add(pairOf(level, member));
        if (isDecided(level)) break;
      }
      return lookAt(level);
    },
    /** Looks at the members of a level that were left out when its side was known. */
    complete: async (level: number): Promise<LevelOfMembers> => {
      for (const member of hardestFirst()) await glance(level, member);
      return lookAt(level);
    },
    found: (): RobustLevels => {
      const tested = tester.inOrder();
      const places = [...new Set(tested.map(({ level }) => Math.floor(level / weights.length)))];
      return { levels: places.map(lookAt), replications: replicationsOf(tested) };
    },
    falls: (): RobustLeast["falls"] => {
      const tested = tester.inOrder();
      const steps = weights.flatMap((_, member) => {
        const of = tested.filter(({ level }) => level % weights.length === member);
        return of.slice(1).map((to, i) => ({ from: of[i], to }));
      });
      return fallsOf(steps, goals, options.error ?? DEFAULT_ERROR).map(({ goal, from, to }) => ({
        goal,
        from: Math.floor(from / weights.length),
        to: Math.floor(to / weights.length),
        member: from % weights.length,
      }));
    },
  };
}

/**
 * Gives by how much a mean is better than its target, in the metric's unit; minus infinity without a mean.
 */
function marginOf({ goal, against: { bounds } }: TestedLevel["goals"][number]): number {
  if (bounds.mean === null) return Number.NEGATIVE_INFINITY;
  return goal.bound === "at least" ? bounds.mean - goal.target : goal.target - bounds.mean;
}

const wantedOf = ({ goals }: TestedLevel): number =>
  Math.max(...goals.map(({ against }) => against.wanted ?? 0));
