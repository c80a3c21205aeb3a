import { describe, expect, it } from "vitest";
import { ENDED } from "../../sim/model/events.ts";
import { mechanismsOfPath, ruleOfEvent } from "../../sim/stories/mechanism-of.ts";

describe("the rule behind", () => {
  it("a path is each mechanism that declares it, whole steps only", () => {
    expect(mechanismsOfPath("drop_off.new_link_worker")).toEqual(["drop-off", "turnover"]);
    expect(mechanismsOfPath("organisations.types.statutory.ineligible")).toEqual(["bureaucracy"]);
    expect(mechanismsOfPath("contact.gap")).toEqual(["contact", "absorption"]);
    expect(mechanismsOfPath("contact.gap_spread")).toEqual(["contact", "absorption"]);
    expect(mechanismsOfPath("links.call")).toEqual(["bureaucracy"]);
    expect(mechanismsOfPath("funding.types.local.renewal")).toEqual(["funding"]);
    expect(mechanismsOfPath("practices[practice-1].list_size")).toEqual([]);
  });

  it("a switch is the mechanism that it switches", () => {
    expect(mechanismsOfPath("mechanisms.hold-off")).toEqual(["hold-off"]);
  });

  it("an end is that of its reason", () => {
    expect(ruleOfEvent("ended", ENDED.left)).toBe("drop-off");
    expect(ruleOfEvent("ended", ENDED.post_ended)).toBe("posts");
    expect(ruleOfEvent("contact", 1)).toBe("contact");
  });
});
