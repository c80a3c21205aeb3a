import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { changeCaseload, changeWaiting } from "../caseload.ts";
import { cancelAppointment } from "../contacts/booking.ts";
import { endEpisode } from "../episodes/end.ts";
import { ENDED, HAPPENED } from "../events.ts";
import { beginTenure } from "../mechanisms/turnover.ts";
import { offerAppointments, resumePatience } from "../mechanisms/uptake.ts";
import type { World } from "../world.ts";

type Action<Kind extends Scenario["timeline"][number]["kind"]> = Extract<
  Scenario["timeline"][number],
  { kind: Kind }
>;

/**
 * Changes posts on the day of an action. When a post ends its patients head the pool's list in the order of the caseload, those in casework first, unassigned, with needs and contacts kept;
 * whoever takes them over is a new link worker to them. With no post left in the pool, everybody of it ends that day: `post_ended`.
 */

/** Cuts posts: those named, or by a rule until a number is left. By attrition nothing happens on the day: posts end as their holders leave. */
export function cutPosts(w: World, action: Action<"posts_cut">, a: number): void {
  if (action.by_attrition) return;
  const plan = w.layout.spreads[a];
  if (action.posts !== undefined) {
    const named = new Set(action.posts);
    endPosts(
      w,
      w.layout.posts.flatMap(({ id }, post) => (named.has(id) ? [post] : [])),
      [],
    );
  } else if (plan !== undefined) endPosts(w, plan.ends, plan.joins);
  else endPosts(w, cutByRule(w, action), []);
}

/** Says whether a post whose holder leaves now ends with it, and ends it. */
export function endsByAttrition(w: World, post: number): boolean {
  const isOver = w.scenario.timeline.some(
    (action, a) =>
      action.kind === "posts_cut" &&
      action.by_attrition &&
      w.timeline.minute[a] <= w.now &&
      (action.posts === undefined
        ? w.staffing.count > (action.to ?? 0)
        : action.posts.includes(w.layout.posts[post].id)),
  );
  if (isOver) endPosts(w, [post], []);
  return isOver;
}

/** Says whether a cut of posts is known and not over yet: those who may be hit look for other work. */
export function isCutAhead(w: World): boolean {
  return w.scenario.timeline.some((action, a) => {
    if (action.kind !== "posts_cut" || w.now < w.timeline.announcedMinute[a]) return false;
    if (w.now < w.timeline.minute[a]) return true;
    return action.by_attrition && w.staffing.count > (action.to ?? 0);
  });
}

/** Lets new posts begin. */
export function addPosts(w: World, action: Action<"posts_added">): void {
  const added = new Set(action.posts.map(({ id }) => id));
  w.layout.posts.forEach(({ id, pool }, post) => {
    if (!added.has(id) || w.staffing.isFunded[post] === 1) return;
    const { poolOfPractice } = w.staffing;
    // The pool may have been joined with another since.
    const [practice] = w.layout.pools[pool].practices;
    beginPost(w, post, poolOfPractice[practice]);
    beginTenure(w, post);
  });
}

/** Moves posts with their holders to another pool; their patients are listed where they were. */
export function movePosts(w: World, action: Action<"posts_moved">): void {
  const to = w.layout.practices.findIndex(({ id }) => id === action.practice);
  const pool =
    to >= 0 ? w.staffing.poolOfPractice[to] : w.layout.pools.findIndex(({ id }) => id === action.pool);
  const moved = w.layout.posts.flatMap(({ id }, post) =>
    action.posts.includes(id) && w.staffing.isFunded[post] === 1 ? [post] : [],
  );
  endPosts(w, moved, []);
  for (const post of moved) beginPost(w, post, pool);
}

/** Lets practices share one list and all their posts. */
export function sharePosts(w: World, action: Action<"posts_shared">): void {
  const numbers = action.practices.map((id) => w.layout.practices.findIndex((other) => other.id === id));
  const [into] = numbers.map((practice) => w.staffing.poolOfPractice[practice]);
  for (const practice of numbers) {
    const from = w.staffing.poolOfPractice[practice];
    if (from !== into) joinPools(w, from, into);
  }
  offerAppointments(w, into);
}

/** Chooses the posts that end so that a number is left. */
function cutByRule(w: World, { to = 0, rule, id }: Action<"posts_cut">): number[] {
  const { practices } = w.layout;
  const funded = w.layout.posts.flatMap((_, post) => (w.staffing.isFunded[post] === 1 ? [post] : []));
  const size = (post: number, of: (practice: number) => number): number =>
    w.staffing.practicesOf[w.staffing.poolOfPost[post]].reduce((sum, practice) => sum + of(practice), 0);
  const people = (post: number): number => size(post, (practice) => practices[practice].listSize);
  const order = (post: number): number => {
    if (rule === "least_deprived")
      return (
        size(post, (practice) => practices[practice].listSize * practices[practice].deprivation[0]) /
        Math.max(1, people(post))
      );
    if (rule === "drawn") {
      const key = entityKey({ k0: w.posts.key0[post], k1: w.posts.key1[post] }, "action", id);
      return uniform(key.k0, key.k1, 0, PURPOSE.cutLot);
    }
    return people(post);
  };
  const rank = new Map(funded.map((post) => [post, order(post)]));
  return funded
    .sort((a, b) => (rank.get(a) as number) - (rank.get(b) as number) || b - a)
    .slice(0, Math.max(0, funded.length - to));
}

function beginPost(w: World, post: number, pool: number): void {
  w.journal?.post(w, HAPPENED.post_begun, post, 0);
  w.tally.settlePost(post, w.now);
  w.staffing.begin(post, pool, w.now);
  offerAppointments(w, pool);
}

function endPosts(w: World, posts: readonly number[], joins: readonly (readonly [number, number])[]): void {
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

/** Takes everybody out of a post's caseload; gives them in order, those in casework first. */
function unassign(w: World, post: number): number[] {
  const c = w.patients.fields;
  const seen: number[] = [];
  const newcomers: number[] = [];
  for (let patient = w.posts.roster.serve(post); patient >= 0; patient = w.posts.roster.serve(post)) {
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
  if (c.contacts[patient] > 0) c.hasNewLinkWorker[patient] = 1;
  else resumePatience(w, patient);
}

/** Ends everybody who is listed with a pool that has no post any more. */
function closeList(w: World, pool: number): void {
  while (w.pools.list.length[pool] > 0) endEpisode(w, w.pools.list.head[pool], ENDED.post_ended);
}

/** Joins a pool into another: posts, practices and everybody open; lists merge in order of request. */
function joinPools(w: World, from: number, into: number): void {
  const c = w.patients.fields;
  const posts = [...w.staffing.postsOf[from]];
  w.staffing.join(from, into, w.now);
  const move = (patient: number): void => {
    c.pool[patient] = into;
    if (c.isWaiting[patient] === 0) return;
    changeWaiting(w, from, -1);
    changeWaiting(w, into, 1);
  };
  for (const post of posts)
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
