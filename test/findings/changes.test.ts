import { describe, expect, it } from "vitest";
import { changesBetween } from "../../sim/findings/changes.ts";
import { withParts } from "../../sim/scenario/parts.ts";
import { aScenario } from "../support/a-scenario.ts";

const CUT = "  - { id: cut, date: 2014-06-02, kind: posts_cut, to: 1, rule: smallest_list }\n";
const MONEY = "  - { id: money, date: 2014-06-02, kind: funding_cut, share: 40 % }\n";
const GRANT = "  - { id: grant, date: 2014-08-04, kind: grant, types: [local], amount: 1000 GBP }\n";
const base = aScenario();
const other = aScenario(
  ["referral.rate=60 per 1000 a year", "hold_off.wait=12 weeks"],
  `timeline:\n${CUT}${MONEY}${GRANT}`,
);

const namesAndPaths = (by: readonly string[] = []) =>
  changesBetween(base, other, by).map(({ name, parts }) => [name, ...parts.map(({ path }) => path)]);

describe("what differs between two scenarios", () => {
  it("is grouped by what a planner calls it", () => {
    expect(namesAndPaths()).toEqual([
      ["posts", "timeline[cut]"],
      ["places", "timeline[money]", "timeline[grant]"],
      ["need", "referral.rate"],
      ["casework", "hold_off.wait"],
    ]);
  });

  it("is taken as the words say, and what they leave out as before", () => {
    expect(namesAndPaths(["april=timeline[cut],timeline[money]", "demand=referral"])).toEqual([
      ["april", "timeline[cut]", "timeline[money]"],
      ["demand", "referral.rate"],
      ["places", "timeline[grant]"],
      ["casework", "hold_off.wait"],
    ]);
  });

  it("is taken one by one if asked for, and where all of it is one group", () => {
    expect(namesAndPaths(["each"]).map(([name]) => name)).toEqual([
      "referral.rate",
      "hold_off.wait",
      "cut",
      "money",
      "grant",
    ]);
    const places = aScenario([], `timeline:\n${MONEY}${GRANT}`);
    expect(changesBetween(base, places).map(({ name }) => name)).toEqual(["money", "grant"]);
  });

  it("takes a table of posts or of practices as one", () => {
    const larger = aScenario([
      "practices[practice-1].list_size=5000",
      "practices[practice-2].list_size=5000",
    ]);
    expect(changesBetween(base, larger)).toMatchObject([
      { name: "practices", parts: [{ path: "practices", differences: [{}, {}] }] },
    ]);
  });

  it.each([
    [["demnd"], 'by: found "demnd", expected NAME=PATH,... such as "cuts=referral.rate", or each'],
    [
      ["demand=referal.rate"],
      "found referal.rate, expected a path at which the scenarios differ. Did you mean referral.rate?",
    ],
    [
      ["a=timeline[cut]", "b=timeline"],
      "found timeline[cut] in a and in b, expected each difference in one group",
    ],
  ])("refuses %j", (by, message) => {
    expect(() => namesAndPaths(by)).toThrow(message);
  });

  it("refuses scenarios whose worlds are the same, and more groups than can be told apart", () => {
    const named = { scenario: { ...base.scenario, name: "twin", title: "Another" } };
    expect(() => changesBetween(base, named)).toThrow("found nothing in which its world differs from small");
    const many = aScenario(
      [
        ...["uptake", "contact", "matching", "squeeze", "surge", "turnover", "cover", "hold-off"],
        ...["bureaucracy", "open-door", "absorption", "bounce", "networking"],
      ].map((id) => `mechanisms.${id}=off`),
    );
    expect(() => changesBetween(base, many, ["each"])).toThrow(
      /found 13 groups, expected at most 12.*--by "assumptions=/s,
    );
  });
});

describe("a scenario with some parts of another", () => {
  it("has these and no others, and with all of them is the other but for its name", () => {
    const paths = namesAndPaths().flatMap(([, ...own]) => own);
    expect(withParts(base.scenario, other.scenario, new Set())).toEqual(base.scenario);
    expect(withParts(base.scenario, other.scenario, new Set(paths))).toEqual(other.scenario);
    const some = withParts(base.scenario, other.scenario, new Set(["timeline[grant]", "referral.rate"]));
    expect(some.timeline.map(({ id }) => id)).toEqual(["grant"]);
    expect(some.referral).toEqual(other.scenario.referral);
    expect(some.hold_off).toEqual(base.scenario.hold_off);
    const back = withParts(other.scenario, base.scenario, new Set(["timeline[money]"]));
    expect(back.timeline.map(({ id }) => id)).toEqual(["cut", "grant"]);
  });
});
