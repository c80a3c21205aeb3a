import { deriveChild, LEVEL } from "../random/keys.ts";
import { PURPOSE } from "../random/purposes.ts";
import { category } from "../random/quantiles.ts";
import { uniform, words } from "../random/threefry.ts";
import { highestSurge } from "./levers/demand-surge.ts";
import { rateAtList, rateWithPost } from "./referral-rate.ts";
import { CEILING_PER_YEAR } from "./state/candidates.ts";
import type { World } from "./world.ts";

/**
 * The reference demand: who would be referred if every practice had had a post on site all week from the
 * first day of the run, and GPs' confidence were 1. It is made of the same candidates as the requests, by
 * the same uniforms, at the scenario's own rate: list size, deprivation, growth over the first months and
 * surges. Integration has no part in that rate. Posts, places, rules and what GPs hear of the service cannot
 * move it, so it is the same people in every world of one scenario's rates. It observes: nothing in the
 * model reads it. Returns are no part of it, since who comes back depends on the service.
 */

/** Gives the highest rate of a practice's reference demand in any minute, over the ceiling of candidates. */
export function highestDemand(w: World, practice: number): number {
  const most = Math.max(...w.scenario.referral.relative_rate) * highestSurge(w.scenario);
  return (rateAtList(w, practice, 1) * most) / CEILING_PER_YEAR;
}

/**
 * Records a candidate if it is one of the reference demand in the measured time. `accepted` is the uniform
 * that decides whether the candidate becomes a request. A rate over the ceiling takes every candidate.
 */
export function observeDemand(
  w: World,
  block: number,
  candidate: { readonly number: number; readonly register: number; readonly minute: number },
  accepted: number,
): void {
  const { number, register, minute } = candidate;
  if (minute < w.clock.startMinute) return;
  const practice = w.candidates.practice[block];
  deriveChild(w.practices.key0[practice], w.practices.key1[practice], LEVEL.person, register);
  const person0 = words[0];
  const person1 = words[1];
  const quintile = category(
    uniform(person0, person1, 0, PURPOSE.quintile),
    w.practices.quintileShares[practice],
  );
  if (accepted * CEILING_PER_YEAR >= rateWithPost(w, practice, quintile, minute)) return;
  deriveChild(person0, person1, LEVEL.episode, number);
  const key0 = words[0];
  const key1 = words[1];
  const { people } = w.base;
  const d = w.demand.columns;
  const record = w.demand.add();
  d.practice[record] = practice;
  d.register[record] = register;
  d.quintile[record] = quintile;
  d.sex[record] = uniform(person0, person1, 0, PURPOSE.sex) < people.women ? 0 : 1;
  d.ageBand[record] = category(uniform(person0, person1, 0, PURPOSE.ageBand), w.shares.age);
  d.crisis[record] = uniform(key0, key1, 0, PURPOSE.crisisAtReferral) < people.crisis ? 1 : 0;
  d.requestedAt[record] = minute;
}
