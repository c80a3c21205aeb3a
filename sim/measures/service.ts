import type { World } from "../model/world.ts";
import type { Cohort } from "./cohort.ts";
import { putCosts } from "./costs.ts";
import { putPosts } from "./posts.ts";
import { putPractices } from "./practices.ts";
import type { Detail } from "./result.ts";
import { GroupSink, type Sink } from "./sink.ts";
import { listLosses, putLists } from "./waiting-lists.ts";

/**
 * Puts what posts, waiting lists and practices lived through, all together and, unless it is a summary,
 * each; then what it cost.
 */
export function putService(w: World, cohort: Cohort, detail: Detail, sink: Sink): void {
  const { posts, pools } = w.layout;
  putPosts(w, new GroupSink(sink, "all", "all"), [...posts.keys()]);
  if (detail === "full")
    posts.forEach((post, p) => {
      putPosts(w, new GroupSink(sink, "link_worker", post.id), [p]);
    });
  const losses = listLosses(w);
  putLists(w, new GroupSink(sink, "all", "all"), [...pools.keys()], losses);
  if (detail === "full")
    pools.forEach((pool, p) => {
      putLists(w, new GroupSink(sink, "pool", pool.id), [p], losses);
    });
  putPractices(w, sink);
  putCosts(w, cohort, sink);
}
