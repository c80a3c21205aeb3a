import { dayNumber } from "../../engine/civil-date.ts";
import type { Action } from "../../scenario/actions.ts";
import { goAway } from "../mechanisms/cover.ts";
import { offerAppointments } from "../mechanisms/uptake.ts";
import type { World } from "../world.ts";
import type { Lever } from "./lever.ts";

/**
 * Takes the holder of a post away until a day: patients keep their link worker and come back to them. The
 * list waits, or newcomers are seen on the days of cover, or by the posts of the same region's other lists.
 */
export const absence: Lever<"absence"> = {
  rule: "cover",
  names: ({ post }) => [{ path: "post", what: "post", ids: [post] }],
  apply(w, action) {
    const post = postOf(w, action);
    if (post < 0) return;
    const { until, cover, paid, list } = action;
    w.tally.settlePost(post, w.now);
    w.staffing.paid[post] = (paid ? 1 : 0) + cover;
    goAway(w, post, {
      lastDay: dayNumber(until) - w.clock.firstDay,
      covered: cover,
      isForNewcomers: list === "cover",
    });
    const pool = w.staffing.poolOfPost[post];
    if (list === "colleagues") w.staffing.helpersOf[pool] = colleaguesOf(w, pool);
    offerAppointments(w, pool);
  },
  ends: ({ until }) => until,
  end(w, action) {
    const post = postOf(w, action);
    if (post < 0) return;
    w.tally.settlePost(post, w.now);
    w.staffing.paid[post] = 1;
    const pool = w.staffing.poolOfPost[post];
    w.staffing.helpersOf[pool] = [];
    offerAppointments(w, pool);
  },
};

/** Gives the post that an action names, -1 if it is not funded. */
function postOf(w: World, { post: named }: Action<"absence">): number {
  return w.layout.posts.findIndex(({ id }, post) => id === named && w.staffing.isFunded[post] === 1);
}

/** Lists the posts of the other pools of a pool's region. */
function colleaguesOf(w: World, pool: number): number[] {
  const regionOf = (other: number): string | undefined =>
    w.layout.practices[w.layout.pools[other].practices[0]].region;
  return w.layout.pools.flatMap((_, other) =>
    other !== pool && regionOf(other) === regionOf(pool) ? w.staffing.postsOf[other] : [],
  );
}
