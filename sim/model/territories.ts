import type { Scenario } from "../scenario/schema.ts";
import type { Layout } from "./layout.ts";
import { movesOfPosts } from "./levers/posts-moved.ts";
import { sharedPractices } from "./levers/posts-shared.ts";

/** Names where a post is: a practice, or a pool. */
export interface PlaceOfPost {
  readonly practice?: string | undefined;
  readonly pool?: string | undefined;
}

/**
 * Says which pools a post may ever work in: where it begins, where the timeline moves it, and those that its
 * own is joined with.
 */
export function territories(
  scenario: Scenario,
  layout: Pick<Layout, "posts" | "pools" | "spreads">,
  poolAt: (place: PlaceOfPost) => number,
): number[][] {
  const together = layout.pools.map((_, pool) => new Set([pool]));
  const join = (members: readonly number[]): void => {
    const whole = new Set(members.flatMap((pool) => [...together[pool]]));
    for (const pool of whole) together[pool] = whole;
  };
  for (const practices of sharedPractices(scenario)) join(practices.map((practice) => poolAt({ practice })));
  for (const spread of layout.spreads) for (const pair of spread?.joins ?? []) join(pair);
  const movedTo = new Map<string, number[]>();
  for (const move of movesOfPosts(scenario))
    for (const id of move.posts) movedTo.set(id, [...(movedTo.get(id) ?? []), poolAt(move)]);
  return layout.posts.map(({ id, pool }) => [
    ...new Set([pool, ...(movedTo.get(id) ?? [])].flatMap((at) => [...together[at]])),
  ]);
}

/** Says for each pool whether a post ever works there. */
export function everStaffed(
  scenario: Scenario,
  posts: Layout["posts"],
  pools: number,
  poolAt: (place: PlaceOfPost) => number,
): boolean[] {
  const staffed = new Array<boolean>(pools).fill(false);
  for (const { pool } of posts) staffed[pool] = true;
  for (const move of movesOfPosts(scenario)) staffed[poolAt(move)] = true;
  return staffed;
}
