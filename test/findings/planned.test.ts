import { describe, expect, it } from "vitest";
import { plannedAnswer, plannedRationale } from "../../sim/findings/planned.ts";

describe("what a scenario answers", () => {
  it("stands first in its rationale, and is read from there on one line", () => {
    const rationale = plannedRationale("8 posts meet it;\nat 7 it fails.", "An invented town.\n");
    expect(rationale).toMatch(/^Planned: 8 posts[\s\S]*\n\nAn invented town\.$/);
    expect(plannedAnswer(rationale)).toBe("8 posts meet it; at 7 it fails.");
    expect(plannedAnswer(plannedRationale("8 posts.", undefined))).toBe("8 posts.");
  });

  it("is nothing of a scenario that answers no plan, and no longer than a rationale may be", () => {
    expect(plannedAnswer(undefined)).toBeUndefined();
    expect(plannedAnswer("What was Planned: nothing.")).toBeUndefined();
    expect(plannedRationale("8 posts.", "x".repeat(5000))).toHaveLength(4000);
  });
});
