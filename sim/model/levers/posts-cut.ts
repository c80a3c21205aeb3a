import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { Action } from "../../scenario/actions.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Layout } from "../layout.ts";
import { changeHours, endPosts } from "../post-changes.ts";
import { planSpread, type SpreadPlan } from "../spread-plan.ts";
import type { World } from "../world.ts";
import type { Lever } from "./lever.ts";

/**
 * Cuts posts: those named, or by a rule until a number is left. By attrition nothing happens on the day:
 * posts end as their holders leave.
 */
export const postsCut: Lever<"posts_cut"> = {
  rule: "posts",
  names: ({ posts = [] }) => [{ path: "posts", what: "post", ids: posts }],
  apply(w, action, a) {
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
    else if (action.to_fte !== undefined) cutToHours(w, action, action.to_fte);
    else endPosts(w, cutOrder(w, action).slice(0, Math.max(0, w.staffing.count - (action.to ?? 0))), []);
  },
};

/**
 * Cuts until posts come to so many full-time equivalents together: whole posts by the rule and then the
 * hours of the next; spread, the hours of each by the same part.
 */
function cutToHours(w: World, action: Action<"posts_cut">, to: number): void {
  const total = w.staffing.fullTime();
  let over = total - to;
  if (over <= ROUNDING) return;
  if (action.rule === "spread" && to > 0) {
    for (const post of cutOrder(w, action)) changeHours(w, post, (w.staffing.fte[post] * to) / total);
    return;
  }
  const ends: number[] = [];
  for (const post of cutOrder(w, action)) {
    const fte = w.staffing.fte[post];
    if (over < fte - ROUNDING) {
      if (over > ROUNDING) changeHours(w, post, fte - over);
      break;
    }
    ends.push(post);
    over -= fte;
  }
  endPosts(w, ends, []);
}

/** Part of a full-time equivalent that is nothing. */
const ROUNDING = 1e-9;

/** Says whether a post whose holder leaves now ends with it, and ends it. */
export function endsByAttrition(w: World, post: number): boolean {
  const { timeline } = w.scenario;
  for (let a = 0; a < timeline.length; a++) {
    const action = timeline[a];
    if (action.kind !== "posts_cut" || !action.by_attrition || w.timeline.minute[a] > w.now) continue;
    if (action.posts === undefined ? !isOverSize(w, action) : !action.posts.includes(w.layout.posts[post].id))
      continue;
    const over = w.staffing.fullTime() - (action.to_fte ?? -Infinity);
    if (over < w.staffing.fte[post] - ROUNDING) {
      changeHours(w, post, w.staffing.fte[post] - over);
      return false;
    }
    endPosts(w, [post], []);
    return true;
  }
  return false;
}

/** Says whether there is more than a cut leaves, in posts or in full-time equivalents. */
function isOverSize(w: World, { to, to_fte: toFte }: Action<"posts_cut">): boolean {
  return toFte === undefined ? w.staffing.count > (to ?? 0) : w.staffing.fullTime() > toFte + ROUNDING;
}

/** Says whether a cut of posts is known and not over yet: those who may be hit look for other work. */
export function isCutAhead(w: World): boolean {
  return w.scenario.timeline.some((action, a) => {
    if (w.now < w.timeline.announcedMinute[a]) return false;
    if (action.kind === "hours_changed") return w.now < w.timeline.minute[a] && isLessFor(w, action);
    if (action.kind !== "posts_cut") return false;
    return w.now < w.timeline.minute[a] || (action.by_attrition && isOverSize(w, action));
  });
}

/** Says whether a change of hours takes some from a post. */
function isLessFor(w: World, { posts, fte }: Action<"hours_changed">): boolean {
  return w.layout.posts.some(({ id }, post) => posts.includes(id) && fte < w.staffing.fte[post]);
}

/** Plans each cut of the timeline that spreads what is left; undefined for other actions. */
export function planSpreads(
  scenario: Scenario,
  posts: Layout["posts"],
  pools: Layout["pools"],
  practices: Layout["practices"],
): readonly (SpreadPlan | undefined)[] {
  return scenario.timeline.map((action) => {
    if (action.kind !== "posts_cut" || action.rule !== "spread" || action.to === undefined) return undefined;
    const staffed = pools.map((pool) => ({
      people: pool.practices.reduce((sum, practice) => sum + practices[practice].listSize, 0),
      region: practices[pool.practices[0]].region,
    }));
    const hours = hoursBefore(scenario, action.date);
    return planSpread(
      staffed,
      posts.flatMap((post) => (post.isInitial ? [{ ...post, fte: hours.get(post.id) ?? post.fte }] : [])),
      action.to,
    );
  });
}

/** Gives the hours of posts that the timeline has changed before a day. */
function hoursBefore({ timeline }: Scenario, day: string): ReadonlyMap<string, number> {
  const changes = timeline.filter((action) => action.kind === "hours_changed" && action.date < day);
  changes.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return new Map(
    changes.flatMap((action) =>
      action.kind === "hours_changed" ? action.posts.map((post) => [post, action.fte] as const) : [],
    ),
  );
}

/** Lists the funded posts in the order in which a cut ends them. */
function cutOrder(w: World, { rule, id }: Action<"posts_cut">): number[] {
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
  return funded.sort((a, b) => (rank.get(a) as number) - (rank.get(b) as number) || b - a);
}
