import { expect, it } from "vitest";
import { HEADLINES } from "../../sim/measures/headlines.ts";

it("worlds are ranked by people first; the table of rankings keeps this order", () => {
  expect(HEADLINES.map(({ metric, better }) => `${metric} ${better}`)).toEqual([
    "people.reached_3 higher",
    "reached_3.share higher",
    "reached_3.share_of_demand higher",
    "wait.first_contact.within_4_weeks_of_demand higher",
    "wait.first_contact.mean lower",
    "wait.first_contact.within_4_weeks higher",
    "waiting_list.mean lower",
    "needs.met_share higher",
    "cost.per_reached_3 lower",
  ]);
});
