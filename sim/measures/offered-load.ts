import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import type { World } from "../model/world.ts";
import { slope } from "../stats/slope.ts";
import type { Metric } from "./metric.ts";
import { lastChangeWeek, REGIME_WEEKS } from "./regime-weeks.ts";
import { type GroupSink, ratio } from "./sink.ts";
import { sumAt, sumOver } from "./sums.ts";

const SINCE = "over the last 26 weeks, or since the last dated change";

/** Says what is measured of the load on posts. */
export const LOAD_METRICS: readonly Metric[] = [
  {
    metric: "load.demand",
    unit: "people",
    words: "People who would come",
    better: null,
    meaning: `People referred, each with the chance to take up an appointment at no wait, ${SINCE}`,
  },
  {
    metric: "load.first_contacts",
    unit: "contacts",
    words: "First contacts",
    better: null,
    meaning: `First contacts ${SINCE}`,
  },
  {
    metric: "load.hours_used",
    unit: "hours",
    words: "Casework hours used",
    better: null,
    meaning: `Hours of casework ${SINCE}`,
  },
  {
    metric: "load.hours_available",
    unit: "hours",
    words: "Casework hours available",
    better: null,
    meaning: `Hours that posts have for casework after absence ${SINCE}`,
  },
  {
    metric: "load.weeks_open",
    unit: "weeks",
    words: "Weeks of open cases",
    better: null,
    meaning: `Weeks that people were in caseloads, added up, ${SINCE}`,
  },
  {
    metric: "load.cap_weeks",
    unit: "weeks",
    words: "Weeks of caseload places",
    better: null,
    meaning: `Caseload cap times weeks, added up over posts, ${SINCE}; none without a cap`,
  },
  {
    metric: "load.open",
    unit: "people",
    words: "List and caseload",
    better: null,
    meaning: `Mean number on the waiting list or in caseloads ${SINCE}`,
  },
  {
    metric: "load.hours",
    unit: "ratio",
    words: "Load on hours",
    better: "lower",
    ratio: { of: ["load.demand", "load.hours_used"], per: ["load.first_contacts", "load.hours_available"] },
    meaning:
      "Offered load against hours: casework minutes that would be taken up at no wait, of those " +
      "available; overloaded from 1",
  },
  {
    metric: "load.places",
    unit: "ratio",
    words: "Load on caseload places",
    better: "lower",
    ratio: { of: ["load.demand", "load.weeks_open"], per: ["load.first_contacts", "load.cap_weeks"] },
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
  {
    metric: "load.growth_in_a_year",
    unit: "people per week",
    words: "Growth of list and caseload in a year",
    better: "lower",
    meaning:
      "Growth of waiting list and caseload together from the mean of a quarter of a year to that of the " +
      "quarter a year later, at the end of the run; over the time since the last dated change and the " +
      "start of the service where that is shorter",
  },
];

/** Puts the load on some waiting lists that have a post: now, its change, and the growth of who is open. */
export function putLoad(w: World, group: GroupSink, pools: readonly number[]): void {
  const change = lastChangeWeek(w);
  const end = w.clock.weeks;
  const from = Math.max(0, end - REGIME_WEEKS, change);
  const parts = loadParts(w, pools, from, end);
  group.put("load.demand", parts.demand);
  group.put("load.first_contacts", parts.firstContacts);
  group.put("load.hours_used", parts.used / 60);
  group.put("load.hours_available", parts.available / 60);
  group.put("load.weeks_open", parts.open / MINUTES_PER_WEEK);
  group.put("load.cap_weeks", parts.cap === Infinity ? NaN : parts.cap / MINUTES_PER_WEEK);
  const openNow = openByWeek(w, pools, from, end);
  group.put(
    "load.open",
    ratio(
      openNow.reduce((sum, open) => sum + open, 0),
      openNow.length,
    ),
  );
  const now = offeredLoad(parts);
  group.put("load.hours", now.hours);
  group.put("load.places", now.places);
  const before = isSettled(w, change - REGIME_WEEKS)
    ? offeredLoad(loadParts(w, pools, change - REGIME_WEEKS, change))
    : NO_LOAD;
  group.put("load.change", larger(now) - larger(before));
  group.put("load.growth", slope(openNow)?.slope ?? NaN);
  group.put(
    "load.growth_in_a_year",
    growthInAYear(w, pools, Math.min(from, Math.max(change, settledWeek(w)))),
  );
}

const QUARTER = 13;
const YEAR = 52;

/**
 * Gives the growth of who is open over the last year, people a week: the mean of the last quarter less
 * that of the quarter a year before. The seasons cancel, and levels a year apart are mostly told from one
 * another with fewer replications than a straight line over half a year needs. After a week `earliest` that
 * is less than that ago it is the mean of a last part, at most a quarter and at most half of the time, less
 * that of the first.
 */
function growthInAYear(w: World, pools: readonly number[], earliest: number): number {
  const end = w.clock.weeks;
  const open = openByWeek(w, pools, Math.max(earliest, end - YEAR - QUARTER), end);
  const part = Math.min(QUARTER, Math.floor(open.length / 2));
  const meanOf = (weeks: readonly number[]): number =>
    ratio(
      weeks.reduce((sum, people) => sum + people, 0),
      weeks.length,
    );
  return part === 0 ? NaN : (meanOf(open.slice(-part)) - meanOf(open.slice(0, part))) / (open.length - part);
}

const NO_LOAD = { hours: NaN, places: NaN };

/** Gives the first measured week after the growth of a new programme, and half a year after its start. */
function settledWeek({ scenario, clock }: World): number {
  const settled = Math.max(scenario.referral.ramp, REGIME_WEEKS * MINUTES_PER_WEEK);
  return Math.max(0, Math.ceil((settled - clock.startMinute) / MINUTES_PER_WEEK));
}

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

/** What a load is made of, over some weeks; times in minutes. */
interface LoadParts {
  readonly demand: number;
  readonly firstContacts: number;
  readonly used: number;
  readonly available: number;
  readonly open: number;
  readonly cap: number;
}

function loadParts(w: World, pools: readonly number[], from: number, to: number): LoadParts {
  const { tally } = w;
  const posts = pools.flatMap((p) => w.staffing.postsOf[p]);
  const ofPosts = (field: keyof typeof tally.post): number =>
    sumOver(tally.post[field], tally.posts, posts, from, to);
  return {
    demand: sumOver(tally.pool.wouldTakeUp, tally.pools, pools, from, to),
    firstContacts: ofPosts("firstContacts"),
    used: ofPosts("caseworkMinutes"),
    available: ofPosts("availableMinutes"),
    open: ofPosts("caseloadMinutes"),
    cap: sumAt(w.posts.cap, posts) * (to - from) * MINUTES_PER_WEEK,
  };
}

/**
 * Gives the offered load of a pool: the episodes that would be taken up without a wait, times the casework
 * minutes (weeks open) of an episode, over the minutes available (the places of the caseload cap).
 */
function offeredLoad({ demand, firstContacts, used, available, open, cap }: LoadParts): {
  hours: number;
  places: number;
} {
  return {
    hours: demand * ratio(ratio(used, firstContacts), available),
    places: cap === Infinity ? NaN : demand * ratio(ratio(open, firstContacts), cap),
  };
}

/** Gives the people on the lists and in the caseloads together, week by week. */
function openByWeek(w: World, pools: readonly number[], from: number, to: number): number[] {
  const { tally } = w;
  const posts = pools.flatMap((p) => w.staffing.postsOf[p]);
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => {
    const week = from + n;
    const minutes =
      sumOver(tally.pool.waitingMinutes, tally.pools, pools, week, week + 1) +
      sumOver(tally.post.caseloadMinutes, tally.posts, posts, week, week + 1);
    return minutes / MINUTES_PER_WEEK;
  });
}
