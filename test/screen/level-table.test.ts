import { describe, expect, it } from "vitest";
import { shownBounds } from "../../cli/screen/level-table.ts";
import type { JudgedGoal } from "../../sim/experiment/level-tester.ts";
import { MOST_LOADED, readGoal } from "../../sim/findings/goal.ts";

const judged = (goal: string): JudgedGoal => ({
  goal: readGoal(goal, "--goal"),
  against: { side: "undecided", wanted: null, bounds: { n: 16, sd: 0.2, mean: 0.7, low: -0.1, high: 1.04 } },
  isMet: true,
  isSure: false,
});

describe("the bounds of a goal", () => {
  it("end where a share does, and only there", () => {
    expect(shownBounds(judged("60 % seen within 4 weeks"))).toMatchObject({ mean: 0.7, low: 0, high: 1 });
    expect(shownBounds(judged("caseload.mean <= 35 people"))).toMatchObject({ low: 0, high: 1.04 });
    expect(shownBounds(judged("no list is overloaded"))).toMatchObject({ low: 0, high: 1.04 });
    expect(judged("no list is overloaded").goal.metric).toBe(MOST_LOADED);
  });
});
