import { ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import type { Metric } from "./metric.ts";
import { putLoad } from "./offered-load.ts";
import type { GroupSink } from "./sink.ts";
import { sumAt, sumOver } from "./sums.ts";

/** Says what is measured of waiting lists: requests, people waiting, and their posts. */
export const LIST_METRICS: readonly Metric[] = [
  {
    metric: "waiting_list.mean",
    unit: "people",
    words: "Waiting list, mean",
    better: "lower",
    isHeadline: true,
    meaning: "Mean number waiting over time: open without a contact yet, booked or not",
  },
  {
    metric: "waiting_list.end",
    unit: "people",
    words: "Waiting list at the end",
    better: "lower",
    meaning: "Number waiting when the run ends",
  },
  {
    metric: "requests.count",
    unit: "requests",
    words: "Requests",
    better: null,
    meaning: "Requests for a link worker, whether or not they opened an episode",
  },
  {
    metric: "requests.already_open",
    unit: "requests",
    words: "Requests for somebody already open",
    better: null,
    meaning: "Requests for somebody who was open already; they open nothing",
  },
  {
    metric: "requests.turned_away",
    unit: "requests",
    words: "Requests turned away",
    better: "lower",
    meaning: "Requests that found the waiting list at its limit",
  },
  {
    metric: "requests.usual_care",
    unit: "requests",
    words: "Requests where there is no post",
    better: "lower",
    meaning: "Requests at a practice without a post: nobody to refer to",
  },
  {
    metric: "requests.never_referred",
    unit: "requests",
    words: "Requests kept back by GPs",
    better: "lower",
    meaning: "Requests that GPs kept back for want of confidence in the service",
  },
  {
    metric: "requests.clipped",
    unit: "requests",
    words: "Requests under a cut rate",
    better: null,
    meaning: "Requests taken while the rate of referral was cut to the ceiling of candidates",
  },
  {
    metric: "links.direct",
    unit: "people",
    words: "Sent straight to an organisation",
    better: null,
    meaning: "People whose request reached an organisation through the practice, without a link worker",
  },
  {
    metric: "closing_list",
    unit: "people",
    words: "Open when their post ended",
    better: "lower",
    meaning: "People open with a post on the day that it was cut or moved",
  },
  {
    metric: "posts.end",
    unit: "posts",
    words: "Posts at the end",
    better: null,
    meaning: "Posts that are funded when the run ends",
  },
  {
    metric: "posts.fte_end",
    unit: "full-time equivalents",
    words: "Full-time equivalents at the end",
    better: null,
    meaning: "Full-time equivalents of the posts that are funded when the run ends",
  },
  {
    metric: "list.gave_up",
    unit: "people",
    words: "Gave up on the waiting list",
    better: "lower",
    meaning: "People who gave up waiting in the measured time, by their waiting list",
  },
  {
    metric: "list.declined",
    unit: "people",
    words: "Declined or never came, by waiting list",
    better: "lower",
    meaning:
      "People who declined, or never came to, an appointment in the measured time, by their waiting list",
  },
  {
    metric: "posts.practices",
    unit: "practices",
    words: "Practices at the end",
    better: null,
    meaning: "Practices that share the waiting list when the run ends",
  },
];

/** Holds, of each waiting list, whom it lost before a first contact in the measured time. */
export interface ListLosses {
  readonly gaveUp: Int32Array;
  readonly declined: Int32Array;
}

/** Counts whom each waiting list lost. */
export function listLosses(w: World): ListLosses {
  const { reason, endedAt, pool } = w.episodes.columns;
  const gaveUp = new Int32Array(w.layout.pools.length);
  const declined = new Int32Array(w.layout.pools.length);
  for (let r = 0; r < w.episodes.length; r++) {
    if (endedAt[r] < w.clock.startMinute) continue;
    if (reason[r] === ENDED.gave_up_waiting) gaveUp[pool[r]]++;
    else if (reason[r] === ENDED.declined || reason[r] === ENDED.never_attended) declined[pool[r]]++;
  }
  return { gaveUp, declined };
}

const fteOf = ({ layout }: World, posts: readonly number[]): number =>
  posts.reduce((total, post) => total + layout.posts[post].fte, 0);

/** Puts what some waiting lists lived through. */
export function putLists(w: World, group: GroupSink, pools: readonly number[], losses: ListLosses): void {
  const { tally } = w;
  const sum = (field: keyof typeof tally.pool): number =>
    sumOver(tally.pool[field], tally.pools, pools, 0, tally.weeks);
  group.put("waiting_list.mean", sum("waitingMinutes") / (w.clock.endMinute - w.clock.startMinute));
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
    "posts.fte_end",
    pools.reduce((total, p) => total + fteOf(w, w.staffing.postsOf[p]), 0),
  );
  group.put("list.gave_up", sumAt(losses.gaveUp, pools));
  group.put("list.declined", sumAt(losses.declined, pools));
  group.put(
    "posts.practices",
    pools.reduce((total, p) => total + w.staffing.practicesOf[p].length, 0),
  );
  // A list without a post has no load: there is nobody to refer to.
  if (pools.some((p) => w.layout.isEverStaffed[p])) putLoad(w, group, pools);
}
