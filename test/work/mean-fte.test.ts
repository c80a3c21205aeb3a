import { describe, expect, it } from "vitest";
import { openScenario } from "../../cli/scenarios/open-scenario.ts";
import { shownLevels } from "../../cli/work/plan-lever.ts";
import { replicate } from "../../sim/experiment/replicate.ts";

/** Half of two full-time posts end halfway through eight weeks from 1 April 2024. */
const HALVED = openScenario("starter").under([
  "horizon=8 weeks",
  "warm_up=0 weeks",
  'timeline=[{"id":"cut","date":"2024-04-29","kind":"posts_cut","to":1}]',
]);

describe("the posts that plan shows at a value of a lever", () => {
  it("are the mean over the measured time, so that a post that ends halfway counts by half", async () => {
    const { plan, results } = await replicate(HALVED, { replications: 2 });
    const tested = { ...{ level: 0, plan, results, goals: [] }, isMet: true };
    const lever = { values: [{ value: 1, text: "1" }], at: () => HALVED };
    expect(shownLevels(lever, [tested])[0].fte).toBeCloseTo(1.5, 2);
  });
});
