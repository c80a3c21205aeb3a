import {
  goalValues,
  type LevelOptions,
  levelTester,
  replicationsOf,
  type TestedLevel,
} from "../experiment/level-tester.ts";
import type { Goal } from "../findings/goal.ts";
import { finiteValues, sampleMean } from "../stats/sample.ts";
import type { MemberLevels } from "./robust-level.ts";

/** How the members of an ensemble stand at a level. */
export interface StandingOfMembers {
  /** Its place among the levels, from 0. */
  readonly level: number;
  /** Share of the members, by weight, that meet every goal, by their means where they are not sure. */
  readonly met: number;
  /** Minimum and maximum of the means of the first goal over the members, in its unit; null without any. */
  readonly between: readonly [least: number, greatest: number] | null;
  /** What was simulated there, a member each, in order. */
  readonly members: readonly TestedLevel[];
  readonly replications: number;
}

/** Replications of a member: its mean says on which side it stands, few of them how surely. */
const MOST = 4;

/**
 * Says at each of some levels how many members meet goals: every member is simulated there with a few
 * replications in common, and stands where its mean does. It is no certificate, as `robustLeast` gives one.
 */
export async function standingOfMembers(
  { weights, at }: MemberLevels,
  levels: readonly number[],
  goals: readonly Goal[],
  { most = MOST, ...options }: LevelOptions = {},
): Promise<readonly StandingOfMembers[]> {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pairs = levels.flatMap((level) => weights.map((weight, member) => ({ level, member, weight })));
  const tester = levelTester(
    { count: pairs.length, at: (pair) => at(pairs[pair].level, pairs[pair].member) },
    goals,
    { ...options, most: Math.min(MOST, most) },
    pairs.length,
  );
  const tested: TestedLevel[] = [];
  for (const pair of pairs.keys()) tested.push(await tester.glance(pair));
  return levels.map((level) => {
    const here = pairs.flatMap((pair, i) => (pair.level === level ? [{ ...pair, tested: tested[i] }] : []));
    const meeting = here.filter((one) => one.tested.isMet);
    const means = here.flatMap((one) => sampleMean(finiteValues(goalValues(one.tested, goals[0]))) ?? []);
    const members = here.map((one) => one.tested);
    return {
      level,
      met: meeting.reduce((sum, { weight }) => sum + weight, 0) / all,
      between: means.length === 0 ? null : [Math.min(...means), Math.max(...means)],
      members,
      replications: replicationsOf(members),
    };
  });
}
