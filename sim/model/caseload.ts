import type { World } from "./world.ts";

/** Sets the caseload caps of posts by the scenario. */
export function setCaps(w: World): void {
  const { caseload_cap: cap } = w.scenario.link_workers;
  w.layout.posts.forEach(({ fte }, post) => {
    w.posts.cap[post] = Math.max(1, Math.round(cap * fte));
    w.tally.changeCaseload(post, 0, w.posts.cap[post], w.now);
  });
}
