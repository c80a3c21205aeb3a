import { describe, expect, it } from "vitest";
import { checkScenario } from "../../sim/experiment/check-layout.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { load, MINIMAL, type Surroundings } from "../scenario/scenario-files.ts";

const STAFFED = `${MINIMAL}link_workers: { fte: 1 }\n`;

/** Gives the problems for which a scenario is refused that its schema takes; begins on line 5. */
function refusalOf(text: string, around: Surroundings = {}): string[] {
  try {
    checkScenario(load(text, around));
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems.map(renderProblem);
    throw failure;
  }
  return expect.fail("was not refused");
}

const standard = (rest: string): string => `${STAFFED}standards:\n  - { id: held, ${rest} }\n`;

describe("a scenario of which nobody said who works there", () => {
  it("is told what to write", () => {
    expect(refusalOf(MINIMAL)).toEqual([
      "here/pilot.yaml:1:7 link_workers: found nothing about link workers, expected their posts. Name a CSV in " +
        "data.link_workers, or list link_workers.posts; write link_workers: { fte: 1 } for one full-time post at " +
        "each practice.",
    ]);
  });

  it.each([
    ["in its file", STAFFED, {}],
    ["in its base", "extends: base.yaml\nname: a\n", { files: { "here/base.yaml": STAFFED } }],
    ["by --set", MINIMAL, { set: ["link_workers.fte=0.5"] }],
    ["by a cap alone", `${MINIMAL}link_workers: { caseload_cap: 20 }\n`, {}],
    [
      "in a table",
      `${MINIMAL}data: { link_workers: w.csv }\n`,
      { files: { "here/w.csv": "id,practice\na,practice-1\n" } },
    ],
  ])("passes if it is said %s", (_, text, around) => {
    expect(checkScenario(load(text, around))).toEqual([]);
  });
});

describe("what only the layout can tell", () => {
  it("has its place: the ceiling of referrals, once, at the practice that passes it most", () => {
    const practices = "here/p.csv";
    const text =
      "name: a\nlink_workers: { fte: 1 }\nreferral: { rate: 110 per 1000 a year }\ndata: { practices: p.csv }\n";
    const files = { [practices]: "id,list_size\nlarge,9000\nsmall,90\nsmaller,80\n" };
    const [problem, ...others] = refusalOf(text, { files });
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^here\/p\.csv:4 practices\[smaller\]: found \d+ requests per 1000 a year at its highest in smaller \(2 practices are over it/,
    );
  });

  it.each([
    [
      "a post",
      "{ id: a, date: 2014-05-01, kind: posts_cut, posts:\n      [post-practice-1,\n       post-2] }",
      "8:8 timeline[a].posts",
    ],
    [
      "a practice",
      "{ id: a, date: 2014-05-01, kind: integration_support, by: 10 %, practices: [p] }",
      "6:81 timeline[a].practices",
    ],
  ])("has its place: %s that is not there", (_, action, place) => {
    expect(refusalOf(`${STAFFED}timeline:\n  - ${action}\n`)[0]).toContain(`here/pilot.yaml:${place}: found`);
  });

  it("is told all at once", () => {
    const text = `${standard("metric: engaged.share, at_least: 20")}timeline: [{ id: a, date: 2014-05-01, kind: posts_cut, posts: [x] }]\n`;
    expect(refusalOf(text).map((line) => line.split(" ")[1])).toEqual([
      "standards[held].at_least:",
      "timeline[a].posts:",
    ]);
  });
});

describe("a standard is refused", () => {
  it.each<[string, string, string]>([
    [
      "for a share of more than all",
      "metric: engaged.share, at_least: 20",
      'at_least: found "20", expected a value that it can have, from 0 % to 100 %. Say 20 %.',
    ],
    [
      "for more than 100 %",
      "metric: engaged.share, at_most: 120 %",
      'at_most: found "120 %", expected a value that it can have, from 0 % to 100 %.',
    ],
    [
      "for less than none",
      "metric: people.referred, at_most: -3",
      'at_most: found "-3", expected a value that it can have, 0 or more.',
    ],
    [
      "for a practice that is not there",
      "metric: engaged.share, group_by: practice, group: practise-1, at_least: 20 %",
      'group: found "practise-1", expected a practice of this scenario. Did you mean practice-1?',
    ],
    [
      "for a grouping that is not there",
      "metric: engaged.share, group_by: practise, group: practice-1, at_least: 20 %",
      'group_by: found "practise", expected how engaged.share is grouped. Did you mean practice?',
    ],
    [
      "for a group without a grouping",
      "metric: engaged.share, group: practice-1, at_least: 20 %",
      'group: found "practice-1", expected the groups that it is of, in group_by.',
    ],
    [
      "for what this scenario does not measure",
      "metric: lost.unseen.within_777_weeks, at_most: 20 %",
      'metric: found "lost.unseen.within_777_weeks", expected a metric that this scenario measures. Did you mean lost.unseen.within_',
    ],
  ])("%s", (_, rest, words) => {
    const [problem, ...others] = refusalOf(standard(rest));
    expect(others).toEqual([]);
    expect(problem).toMatch(/^here\/pilot\.yaml:6:\d+ standards\[held\]\./);
    expect(problem).toContain(words);
  });

  it.each([
    "metric: engaged.share, at_least: 0.2",
    "metric: engaged.share, at_least: 100 %",
    "metric: equity.engaged.share.gap, at_most: -5 %",
    "metric: spreadsheet.load, at_most: 150 %",
    "metric: engaged.share, group_by: practice, group: practice-1, at_least: 20 %",
  ])("not where it can be: %s", (rest) => {
    expect(checkScenario(load(standard(rest)))).toEqual([]);
  });
});
