import { offerAppointments } from "../mechanisms/uptake.ts";
import { joinPools } from "../post-changes.ts";
import type { Lever } from "./lever.ts";

/** Lets practices share one list and all their posts. */
export const postsShared: Lever<"posts_shared"> = {
  rule: "posts",
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
