import type { World } from "./world.ts";

/**
 * Changes caseloads, caps and the counts of those waiting: what was so until now is added up first, then it
 * changes.
 */

/** Changes a post's caseload. */
export function changeCaseload(w: World, post: number, by: number): void {
  w.tally.settlePost(post, w.now);
  w.posts.caseload[post] += by;
}

/** Changes the number of people of a pool who wait for a first contact. */
export function changeWaiting(w: World, pool: number, by: number): void {
  w.tally.settlePool(pool, w.now);
  w.pools.waitingCount[pool] += by;
}

/** Takes somebody off the count of those waiting: a first contact begins, or the episode ends. */
export function stopWaiting(w: World, patient: number): void {
  const c = w.patients.fields;
  if (c.isWaiting[patient] === 0) return;
  c.isWaiting[patient] = 0;
  changeWaiting(w, c.pool[patient], -1);
}

/** Says whether a post has a caseload place free. */
export function hasPlace(w: World, post: number): boolean {
  return w.posts.caseload[post] < w.posts.cap[post];
}

/** Sets the caseload caps of posts by the scenario. */
export function setCaps(w: World): void {
  for (const post of w.part.posts) setCap(w, post);
}

/** Sets the caseload cap of a post by the scenario and its hours. */
export function setCap(w: World, post: number): void {
  w.tally.settlePost(post, w.now);
  w.posts.cap[post] = Math.max(1, Math.round(w.scenario.link_workers.caseload_cap * w.staffing.fte[post]));
}
