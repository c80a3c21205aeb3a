import { describe, expect, it } from "vitest";
import { SweepHeadlines } from "../../sim/findings/sweep-headlines.ts";
import { unreadChanges, unreadWarnings } from "../../sim/findings/unread-values.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { aScenario } from "../support/a-scenario.ts";

const staffed = (...posts: readonly string[]): ReturnType<typeof aScenario> =>
  aScenario([], `link_workers: { posts: [${posts.join(", ")}] }`);
const SAYS = "{ id: one, practice: practice-1, fte: 0.5 }";
const SAYS_NOT = "{ id: two, practice: practice-2 }";

describe("a changed value that nothing reads", () => {
  it("is the fte of posts that all say their own, and no other", () => {
    expect(unreadChanges(["link_workers.fte"], staffed(SAYS))).toEqual([
      { path: "link_workers.fte", why: "every post says its own fte" },
    ]);
    expect(unreadChanges(["link_workers.fte"], staffed(SAYS, SAYS_NOT))).toEqual([]);
    expect(unreadChanges(["link_workers.fte"], aScenario())).toEqual([]);
  });

  it("is the places of a type whose organisations all say their own, or of which there is none", () => {
    const listed = (more: string): ReturnType<typeof aScenario> =>
      aScenario([
        "organisations.generate=none",
        `organisations.members=[{ id: club, type: local, focus: work, locality: practice-1${more} }]`,
      ]);
    const path = "organisations.types.local.places";
    expect(unreadChanges([path], listed(", places: 20")).map(({ why }) => why)).toEqual([
      "every local organisation says its own places",
    ]);
    expect(unreadChanges([path], listed(""))).toEqual([]);
    expect(unreadChanges(["organisations.types.national.places"], listed("")).map(({ why }) => why)).toEqual([
      "there is no national organisation",
    ]);
  });

  it("is one of a mechanism that is off", () => {
    const change = "networking.visit=3 hours";
    expect(unreadWarnings([change], aScenario([change]), "--set")).toEqual([]);
    const off = aScenario([change, "mechanisms.networking=off"]);
    expect(unreadWarnings([change], off, "--set").map(renderProblem)).toEqual([
      "--set networking.visit: warning: found a value that nothing reads, expected one that the scenario " +
        "uses; the mechanism that reads it is off, so it changes nothing.",
    ]);
  });
});

describe("the headlines of a sweep", () => {
  it("have no least and no most where points do not differ", () => {
    const headlines = new SweepHeadlines([{ path: "fte", unit: "" }], ["level", "rises"]);
    for (const [point, fte] of [0.25, 0.5, 1].entries())
      for (const [metric, mean] of [
        ["level", 0.1 + 0.2],
        ["rises", fte],
      ] as const)
        headlines.addRow({ point: point + 1, fte, metric, unit: "people", n: 2, mean });
    expect(["level", "rises"].map((metric) => headlines.isLevel(metric))).toEqual([true, false]);
  });
});
