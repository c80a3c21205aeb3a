import { describe, expect, it } from "vitest";
import { whatToDoSlot } from "../../cli/report/input/what-to-do.ts";

const GOAL = "Seen within 4 weeks, of the demand, at least 55 %";
const METRIC = "(wait.first_contact.within_4_weeks_of_demand)";
const gistOf = (text: string): string | undefined => whatToDoSlot(text).gist;

describe("what to do, at once", () => {
  it("is the least of a lever, without the goal and what comes of it", () => {
    const text = `${GOAL} ${METRIC}. link_workers.fte = 1.2 is the least that meets it (8.4 full-time equivalents): there.`;
    expect(whatToDoSlot(text)).toEqual({ gist: "link_workers.fte at least 1.2", text });
  });

  it("is the goal where the answer takes many words", () => {
    const answer =
      "Of the combinations that nothing dominates the cheapest with which at least 90 % of the members meet the " +
      "goal is 9 and x0.5 (9.0 full-time equivalents), GBP 300,000 a year: 28 of 30 do.";
    expect(gistOf(`${GOAL} ${METRIC}. ${answer}`)).toBe(GOAL);
  });

  it("is how many posts where many places follow, and all of it where that is short", () => {
    const places = Array.from({ length: 9 }, (_, i) => `practice-${i} 1`).join(", ");
    expect(gistOf(`9 FTE are best lost at ${places}: 300 fewer people.`)).toBe("9 FTE are best lost");
    expect(gistOf("1 FTE are best added at elm 1: 30 more people.")).toBe("1 FTE are best added at elm 1");
    expect(whatToDoSlot("Close nothing.")).toEqual({ text: "Close nothing." });
  });
});
