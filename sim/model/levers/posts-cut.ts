import { entityKey } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { Action } from "../../scenario/actions.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Layout } from "../layout.ts";
import { endPosts } from "../post-changes.ts";
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
    else endPosts(w, cutByRule(w, action), []);
  },
};

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
    return planSpread(
      staffed,
      posts.filter((post) => post.isInitial),
      action.to,
    );
  });
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
