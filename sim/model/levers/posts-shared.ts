import type { Scenario } from "../../scenario/schema.ts";
import { offerAppointments } from "../mechanisms/uptake.ts";
import { joinPools } from "../post-changes.ts";
import type { Lever } from "./lever.ts";

/** Lets practices share one list and all their posts. */
export const postsShared: Lever<"posts_shared"> = {
  rule: "posts",
  names: ({ practices }) => [{ path: "practices", what: "practice", ids: practices }],
  apply(w, action) {
    const numbers = action.practices.map((id) => w.layout.practices.findIndex((other) => other.id === id));
    const [into] = numbers.map((practice) => w.staffing.poolOfPractice[practice]);
    for (const practice of numbers) {
      const from = w.staffing.poolOfPractice[practice];
      if (from !== into) joinPools(w, from, into);
    }
    offerAppointments(w, into);
  },
};

/** Lists the groups of practices that come to share their posts. */
export function sharedPractices({ timeline }: Scenario): (readonly string[])[] {
  return timeline.flatMap((action) => (action.kind === "posts_shared" ? [action.practices] : []));
}
