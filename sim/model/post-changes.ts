import { changeCaseload, changeWaiting, setCap } from "./caseload.ts";
import { cancelAppointment } from "./contacts/booking.ts";
import { moveAppointments } from "./contacts/moving.ts";
import { planCasework } from "./diary.ts";
import { endEpisode } from "./episodes/end.ts";
import { ENDED, HAPPENED } from "./events.ts";
import { NEW_FOR } from "./mechanisms/drop-off.ts";
import { offerAppointments, resumePatience } from "./mechanisms/uptake.ts";
import { leaveRoster } from "./roster.ts";
import type { World } from "./world.ts";

/**
 * Changes posts. When a post ends its patients head the pool's list in the order of the caseload, those in
 * casework first, unassigned, with needs and contacts kept; whoever takes them over is a new link worker to
 * them. With no post left in the pool, everybody of it ends that day: `post_ended`.
 */

/** Lets a post begin in a pool. */
export function beginPost(w: World, post: number, pool: number): void {
  w.journal?.post(w, HAPPENED.post_begun, post, 0);
  w.tally.settlePost(post, w.now);
  w.staffing.begin(post, pool, w.now);
  offerAppointments(w, pool);
}

/** Ends posts, and joins pools after it. */
export function endPosts(
  w: World,
  posts: readonly number[],
  joins: readonly (readonly [number, number])[],
): void {
  const listed: number[] = [];
  for (const post of posts) {
    if (w.staffing.isFunded[post] === 0) continue;
    listed.push(...unassign(w, post));
    w.journal?.postEnded(w, post);
    w.tally.settlePost(post, w.now);
    w.staffing.end(post, w.now);
  }
  for (let i = listed.length - 1; i >= 0; i--) headList(w, listed[i]);
  for (const [from, into] of joins) joinPools(w, from, into);
  const c = w.patients.fields;
  const pools = new Set([
    ...listed.map((patient) => c.pool[patient]),
    ...posts.map((post) => w.staffing.poolOfPost[post]),
  ]);
  for (const pool of [...pools].sort((a, b) => a - b)) {
    if (w.staffing.postsOf[pool].length === 0) closeList(w, pool);
    else offerAppointments(w, pool);
  }
}

/**
 * Changes a post's hours: its week, its cap, its part of what is paid; appointments that no longer fit move.
 */
export function changeHours(w: World, post: number, fte: number): void {
  w.tally.settlePost(post, w.now);
  w.staffing.setHours(post, fte, w.now);
  setCap(w, post);
  planCasework(w, post, w.posts.caseworkShare[post]);
  if (w.staffing.isFunded[post] === 0) return;
  moveAppointments(w, post, w.clock.days, true);
  offerAppointments(w, w.staffing.poolOfPost[post]);
}

/** Takes everybody out of a post's caseload; gives them in order, those in casework first. */
function unassign(w: World, post: number): number[] {
  const c = w.patients.fields;
  const seen: number[] = [];
  const newcomers: number[] = [];
  for (let patient = w.posts.roster.head[post]; patient >= 0; patient = w.posts.roster.head[post]) {
    leaveRoster(w, post, patient);
    cancelAppointment(w, patient);
    changeCaseload(w, post, -1);
    w.tally.countPool("closingList", c.pool[patient], 1);
    c.post[patient] = -1;
    c.isCrisisContact[patient] = 0;
    c.isLeaving[patient] = 0;
    if (c.contacts[patient] > 0) seen.push(patient);
    else newcomers.push(patient);
  }
  return [...seen, ...newcomers];
}

function headList(w: World, patient: number): void {
  const c = w.patients.fields;
  w.journal?.person(w, HAPPENED.relisted, patient, 0);
  w.pools.list.insertBefore(c.pool[patient], w.pools.list.head[c.pool[patient]], patient);
  if (c.contacts[patient] > 0) c.newFor[patient] = NEW_FOR;
  else resumePatience(w, patient);
}

/** Ends everybody who is listed with a pool that has no post any more. */
function closeList(w: World, pool: number): void {
  while (w.pools.list.length[pool] > 0) endEpisode(w, w.pools.list.head[pool], ENDED.post_ended);
}

/** Joins a pool into another: posts, practices and everybody open; lists merge in order of request. */
export function joinPools(w: World, from: number, into: number): void {
  const c = w.patients.fields;
  w.staffing.join(from, into, w.now);
  const move = (patient: number): void => {
    // Some are on the list of another pool, whose post is away.
    if (c.pool[patient] !== from) return;
    c.pool[patient] = into;
    if (c.isWaiting[patient] === 0) return;
    changeWaiting(w, from, -1);
    changeWaiting(w, into, 1);
  };
  for (let post = 0; post < w.layout.posts.length; post++)
    for (let patient = w.posts.roster.head[post]; patient >= 0; patient = w.posts.roster.next(patient))
      move(patient);
  const list: number[] = [];
  for (let patient = w.pools.list.serve(into); patient >= 0; patient = w.pools.list.serve(into))
    list.push(patient);
  for (let patient = w.pools.list.serve(from); patient >= 0; patient = w.pools.list.serve(from)) {
    move(patient);
    list.push(patient);
  }
  const isFirst = (patient: number): number =>
    c.contacts[patient] > 0 || (w.scenario.waiting_list.order === "crisis_first" && c.crisis[patient] === 1)
      ? 0
      : 1;
  list.sort(
    (a, b) => isFirst(a) - isFirst(b) || c.requestedAt[a] - c.requestedAt[b] || c.record[a] - c.record[b],
  );
  for (const patient of list) w.pools.list.join(into, patient);
}
