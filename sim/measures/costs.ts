import { MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { costLines } from "../model/mechanisms/cost.ts";
import { isOn } from "../model/mechanisms.ts";
import type { World } from "../model/world.ts";
import type { Cohort } from "./cohort.ts";
import { thirdContacts } from "./group-sums.ts";
import type { Metric } from "./metric.ts";
import { ratio, type Sink } from "./sink.ts";
import { sumOf } from "./sums.ts";

/** Says what is measured of costs. */
export const COST_METRICS: readonly Metric[] = [
  {
    metric: "cost.total",
    unit: "GBP",
    words: "Cost of the programme",
    better: null,
    meaning:
      "Cost of the programme over the scenario: posts, management and support, and the development fund " +
      "where the scenario pays one; without organisations' places",
  },
  {
    metric: "cost.posts",
    unit: "GBP",
    words: "Cost of posts",
    better: null,
    meaning: "Cost of the posts alone over the scenario",
  },
  {
    metric: "cost.management",
    unit: "GBP",
    words: "Cost of management and support",
    better: null,
    meaning: "Cost of the programme's management and support over the scenario",
  },
  {
    metric: "cost.development_fund",
    unit: "GBP",
    words: "Development fund",
    better: null,
    meaning: "Paid once to practices with a post, where the scenario pays a development fund",
  },
  {
    metric: "cost.running",
    unit: "GBP",
    words: "Cost of the team",
    better: null,
    meaning: "Cost of posts, management and support over the scenario, without a development fund",
  },
  {
    metric: "cost.places",
    unit: "GBP",
    words: "Cost of organisations' places",
    better: null,
    meaning:
      "What the places of organisations cost over the scenario, for all their clients; others pay it, so it " +
      "is in no other cost",
  },
  {
    metric: "cost.per_referral",
    unit: "GBP",
    words: "Cost of posts a referral",
    better: "lower",
    ratio: { of: "cost.posts", per: "people.referred" },
    meaning: "Cost of the posts alone over referrals in the measured time",
  },
  {
    metric: "cost.per_contact",
    unit: "GBP",
    words: "Cost of posts a contact",
    better: "lower",
    ratio: { of: "cost.posts", per: "contacts.count" },
    meaning: "Cost of the posts alone over contacts in the measured time, with people carried in",
  },
  {
    metric: "cost.per_reached_3",
    unit: "GBP",
    words: "Cost a person reaching three",
    better: "lower",
    isHeadline: true,
    ratio: { of: "cost.running", per: "contacts.third" },
    meaning:
      "Cost of posts, management and support over people who came to a third contact in the measured time, " +
      "people carried in among them",
  },
];

/**
 * Puts what the programme costs, line by line and for each person. Without the mechanism there are no rows.
 */
export function putCosts(w: World, cohort: Cohort, sink: Sink): void {
  if (!isOn(w.scenario, "cost")) return;
  const { layout, scenario, tally } = w;
  const fteMinutes = sumOf(tally.post.fteMinutes);
  const practices = layout.practices.filter(({ pool }) => layout.isEverStaffed[pool]).length;
  const lines = costLines(scenario, fteMinutes, practices);
  const posts = lines.posts / 100;
  const running = (lines.posts + lines.management) / 100;
  const placeYears = (sumOf(tally.organisation.places) * MINUTES_PER_WEEK) / MINUTES_PER_YEAR;
  const put = (metric: string, value: number): void => sink.put(metric, "all", "all", value);
  put("cost.total", running + lines.developmentFund / 100);
  put("cost.posts", posts);
  put("cost.management", lines.management / 100);
  put("cost.development_fund", lines.developmentFund / 100);
  put("cost.running", running);
  // Where places have no limit nobody can say what they cost.
  put("cost.places", (placeYears * scenario.funding.place_year) / 100);
  put("cost.per_referral", ratio(posts, cohort.size));
  put("cost.per_contact", ratio(posts, sumOf(tally.post.contacts)));
  put("cost.per_reached_3", ratio(running, thirdContacts(w, cohort)));
}
