import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { slope } from "../stats/slope.ts";
import type { Metric } from "./metric.ts";
import { lastChangeWeek, REGIME_WEEKS } from "./regime-weeks.ts";
import { type GroupSink, ratio } from "./sink.ts";
import { sumAt, sumOver } from "./sums.ts";

/** Says what is measured of the load on posts. */
export const LOAD_METRICS: readonly Metric[] = [
  {
    metric: "load.hours",
    unit: "ratio",
    words: "Load on hours",
    better: "lower",
    meaning:
      "Offered load against hours: casework minutes that would be taken up at no wait, of those " +
      "available; overloaded from 1",
  },
  {
    metric: "load.places",
    unit: "ratio",
    words: "Load on caseload places",
    better: "lower",
    meaning:
      "Offered load against the caseload cap: open weeks that would be taken up at no wait, of " +
      "cap-weeks; overloaded from 1",
  },
  {
    metric: "load.change",
    unit: "ratio",
    words: "Change of the load",
    better: null,
    meaning: "Change of the offered load (the larger of hours and places) at the last dated change",
  },
  {
    metric: "load.growth",
    unit: "people per week",
    words: "Growth of list and caseload",
    better: "lower",
    meaning:
      "Growth of waiting list and caseload together over the last 26 weeks, or since the last dated change",
  },
];

/** Puts the load on some waiting lists that have a post: now, its change, and the growth of who is open. */
export function putLoad(w: World, group: GroupSink, pools: readonly number[]): void {
  const change = lastChangeWeek(w);
  const end = w.clock.weeks;
  const from = Math.max(0, end - REGIME_WEEKS, change);
  const now = offeredLoad(w, pools, from, end);
  group.put("load.hours", now.hours);
  group.put("load.places", now.places);
  const before = isSettled(w, change - REGIME_WEEKS)
    ? offeredLoad(w, pools, change - REGIME_WEEKS, change)
    : NO_LOAD;
  group.put("load.change", larger(now) - larger(before));
  group.put("load.growth", growth(w, pools, from, end));
}

const NO_LOAD = { hours: NaN, places: NaN };

/**
 * Says whether a week lies in the measured time and after the growth of a new programme: only then can a
 * load be compared with a later one.
 */
function isSettled(w: World, week: number): boolean {
  return week >= 0 && w.clock.startMinute + week * MINUTES_PER_WEEK >= w.scenario.referral.ramp;
}

/** Gives the larger of the offered loads against hours and against caseload places. */
function larger({ hours, places }: { hours: number; places: number }): number {
  return Number.isNaN(places) ? hours : Math.max(hours, places);
}

/**
 * Gives the offered load of a pool over some weeks: the episodes that would be taken up without a wait,
 * times the casework minutes (weeks open) of an episode, over the minutes available (the places of the
 * caseload cap).
 */
function offeredLoad(
  w: World,
  pools: readonly number[],
  from: number,
  to: number,
): { hours: number; places: number } {
  const { tally } = w;
  const posts = pools.flatMap((p) => w.staffing.postsOf[p]);
  const ofPosts = (field: keyof typeof tally.post): number =>
    sumOver(tally.post[field], tally.posts, posts, from, to);
  const demand = sumOver(tally.pool.wouldTakeUp, tally.pools, pools, from, to);
  const firstContacts = ofPosts("firstContacts");
  const capMinutes = sumAt(w.posts.cap, posts) * (to - from) * MINUTES_PER_WEEK;
  return {
    hours: demand * ratio(ratio(ofPosts("caseworkMinutes"), firstContacts), ofPosts("availableMinutes")),
    places:
      capMinutes === Infinity
        ? NaN
        : demand * ratio(ratio(ofPosts("caseloadMinutes"), firstContacts), capMinutes),
  };
}

/** Gives the growth of waiting list and caseload together, in people a week. */
function growth(w: World, pools: readonly number[], from: number, to: number): number {
  const { tally } = w;
  const posts = pools.flatMap((p) => w.staffing.postsOf[p]);
  const open: number[] = [];
  for (let week = from; week < to; week++) {
    const minutes =
      sumOver(tally.pool.waitingMinutes, tally.pools, pools, week, week + 1) +
      sumOver(tally.post.caseloadMinutes, tally.posts, posts, week, week + 1);
    open.push(minutes / MINUTES_PER_WEEK);
  }
  return slope(open)?.slope ?? NaN;
}
