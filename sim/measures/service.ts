import type { World } from "../model/world.ts";
import type { Cohort } from "./cohort.ts";
import { putCosts } from "./costs.ts";
import { putPosts } from "./posts.ts";
import { putPractices } from "./practices.ts";
import type { Detail } from "./result.ts";
import { GroupSink, type Sink } from "./sink.ts";
import { putLists } from "./waiting-lists.ts";

/** Puts what posts, waiting lists and practices lived through, all together and, unless it is a summary, each; then what it cost. */
export function putService(w: World, cohort: Cohort, detail: Detail, sink: Sink): void {
  const { posts, pools } = w.layout;
  putPosts(w, new GroupSink(sink, "all", "all"), [...posts.keys()]);
  if (detail === "full")
    posts.forEach((post, p) => {
      putPosts(w, new GroupSink(sink, "link_worker", post.id), [p]);
    });
  putLists(w, new GroupSink(sink, "all", "all"), [...pools.keys()]);
  if (detail === "full")
    pools.forEach((pool, p) => {
      putLists(w, new GroupSink(sink, "pool", pool.id), [p]);
    });
  sink.put("confidence.mean", "all", "all", sumOf(w.practices.confidence) / w.practices.confidence.length);
  const integrated = layout.practices.filter((_, practice) => isIntegrated(w, practice)).length;
  sink.put("integrated.share", "all", "all", ratio(integrated, layout.practices.length));
  if (isOn(w.scenario, "cost")) putCost(w, cohort, sink);
}

function measuredMinutes(w: World): number {
  return w.clock.endMinute - w.clock.startMinute;
}

function putPosts(w: World, group: GroupSink, posts: readonly number[]): void {
  const { tally } = w;
  const { time } = w.scenario.link_workers;
  const sum = (field: keyof typeof tally.post): number =>
    sumOver(tally.post[field], tally.posts, posts, 0, tally.weeks);
  const fteYears = sum("fteMinutes") / MINUTES_PER_YEAR;
  const minutes = sum("fundedMinutes");
  const episodes =
    group.groupBy === "all"
      ? sumOver(tally.pool.episodes, tally.pools, [...w.layout.pools.keys()], 0, tally.weeks)
      : NaN;
  const casework = sum("caseworkMinutes");
  const working = sum("workingMinutes");
  group.put("caseload.mean", ratio(sum("caseloadMinutes"), minutes));
  group.put("caseload.peak", posts.length > 0 ? Math.max(...posts.map((p) => tally.peakCaseload[p])) : NaN);
  group.put("caseload.at_cap", ratio(sum("atCapMinutes"), minutes));
  group.put("contacts.per_link_worker_year", ratio(sum("contacts"), fteYears));
  group.put("appointments.per_link_worker_year", ratio(sum("appointments"), fteYears));
  if (group.groupBy === "all") group.put("referrals.per_link_worker_year", ratio(episodes, fteYears));
  group.put("utilisation.casework", ratio(casework, sum("availableMinutes")));
  group.put("hours.casework", casework / 60);
  group.put("hours.networking", sum("networkingMinutes") / 60);
  group.put("hours.practice", sum("practiceMinutes") / 60);
  group.put("hours.admin", sum("adminMinutes") / 60);
  group.put("posts.left", sum("left"));
  group.put("posts.vacant_share", ratio(sum("vacantWeeks") * MINUTES_PER_WEEK, minutes));
  group.put("hours.supervision", (working * time.supervision) / 60);
  group.put("hours.networking_lost", (working * time.networking - sum("networkingMinutes")) / 60);
}

function putPools(w: World, group: GroupSink, pools: readonly number[]): void {
  const { tally } = w;
  const sum = (field: keyof typeof tally.pool): number =>
    sumOver(tally.pool[field], tally.pools, pools, 0, tally.weeks);
  group.put("waiting_list.mean", sum("waitingMinutes") / measuredMinutes(w));
  group.put("waiting_list.end", sumAt(w.pools.waitingCount, pools));
  group.put("requests.count", sum("requests"));
  group.put("requests.already_open", sum("alreadyOpen"));
  group.put("requests.turned_away", sum("turnedAway"));
  group.put("requests.usual_care", sum("usualCare"));
  group.put("requests.never_referred", sum("neverReferred"));
  group.put("requests.clipped", sum("clipped"));
  group.put("links.direct", sum("straight") + sum("blind"));
  group.put("closing_list", sum("closingList"));
  group.put(
    "posts.end",
    pools.reduce((total, p) => total + w.staffing.postsOf[p].length, 0),
  );
  group.put(
    "posts.practices",
    pools.reduce((total, p) => total + w.staffing.practicesOf[p].length, 0),
  );
  // A list without a post has no load: there is nobody to refer to.
  if (!pools.some((p) => w.layout.isEverStaffed[p])) return;
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

/** Says whether a week lies in the measured time and after the growth of a new programme: only then can a load be compared with a later one. */
function isSettled(w: World, week: number): boolean {
  return week >= 0 && w.clock.startMinute + week * MINUTES_PER_WEEK >= w.scenario.referral.ramp;
}

/** Gives the larger of the offered loads against hours and against caseload places. */
function larger({ hours, places }: { hours: number; places: number }): number {
  return Number.isNaN(places) ? hours : Math.max(hours, places);
}

/**
 * Gives the offered load of a pool over some weeks: the episodes that would be taken up without a wait, times the casework minutes (weeks open) of an episode,
 * over the minutes available (the places of the caseload cap).
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

/** Gives the week of the last dated change within the run, 0 if there is none. */
export function lastChangeWeek(w: World): number {
  let last = 0;
  for (const minute of w.timeline.minute) {
    const week = Math.floor((minute - w.clock.startMinute) / MINUTES_PER_WEEK);
    if (week < w.clock.weeks) last = Math.max(last, week);
  }
  return last;
}

function putCost(w: World, cohort: Cohort, sink: Sink): void {
  const { layout, scenario, tally } = w;
  const fteMinutes = sumOf(tally.post.fteMinutes);
  const practices = layout.practices.filter(({ pool }) => layout.isEverStaffed[pool]).length;
  const pounds = programmeCost(scenario, fteMinutes, practices) / 100;
  const posts = programmeCost(scenario, fteMinutes, 0) / 100;
  const e = w.episodes.columns;
  let contacts = 0;
  let reachedThree = 0;
  for (let r = cohort.first; r < cohort.first + cohort.size; r++) {
    contacts += e.contacts[r];
    if (e.contacts[r] >= 3) reachedThree++;
  }
  sink.put("cost.total", "all", "all", pounds);
  sink.put("cost.posts", "all", "all", posts);
  sink.put("cost.per_referral", "all", "all", ratio(posts, cohort.size));
  sink.put("cost.per_contact", "all", "all", ratio(posts, contacts));
  sink.put("cost.per_reached_3", "all", "all", ratio(posts, reachedThree));
}
