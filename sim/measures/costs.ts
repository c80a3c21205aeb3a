import { programmeCost } from "../model/mechanisms/cost.ts";
import { isOn } from "../model/mechanisms.ts";
import type { World } from "../model/world.ts";
import type { Cohort } from "./cohort.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";
import { sumOf } from "./sums.ts";

/** Says what is measured of costs. */
export const COST_METRICS: readonly Metric[] = [
  {
    metric: "cost.total",
    unit: "GBP",
    words: "Cost of the service",
    better: null,
    meaning: "Cost of the service over the scenario",
  },
  {
    metric: "cost.posts",
    unit: "GBP",
    words: "Cost of posts",
    better: null,
    meaning: "Cost of the posts over the scenario, without the development fund",
  },
  {
    metric: "cost.per_referral",
    unit: "GBP",
    words: "Cost a person referred",
    better: "lower",
    meaning: "Cost of the posts for each person referred",
  },
  {
    metric: "cost.per_contact",
    unit: "GBP",
    words: "Cost a contact",
    better: "lower",
    meaning: "Cost of the posts for each contact",
  },
  {
    metric: "cost.per_reached_3",
    unit: "GBP",
    words: "Cost a person reaching three",
    better: "lower",
    isHeadline: true,
    meaning: "Cost of the service for each person with 3 or more contacts",
  },
];

/** Puts what the service costs, in all and for each person. Without the mechanism there are no rows. */
export function putCosts(w: World, cohort: Cohort, sink: Sink): void {
  if (!isOn(w.scenario, "cost")) return;
  const { layout, scenario, tally } = w;
  const fteMinutes = sumOf(tally.post.fteMinutes);
  const practices = layout.practices.filter(({ pool }) => layout.isEverStaffed[pool]).length;
  const pounds = programmeCost(scenario, fteMinutes, practices) / 100;
  const posts = programmeCost(scenario, fteMinutes, 0) / 100;
  const e = w.episodes.columns;
  let contacts = 0;
  let reachedThree = 0;
  for (let r = cohort.first; r < cohort.first + cohort.size; r++) {
    contacts += e.contacts[r];
    if (e.contacts[r] >= 3) reachedThree++;
  }
  sink.put("cost.total", "all", "all", pounds);
  sink.put("cost.posts", "all", "all", posts);
  sink.put("cost.per_referral", "all", "all", ratio(posts, cohort.size));
  sink.put("cost.per_contact", "all", "all", ratio(posts, contacts));
  sink.put("cost.per_reached_3", "all", "all", ratio(posts, reachedThree));
}
