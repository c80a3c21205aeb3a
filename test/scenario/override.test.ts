import { describe, expect, test } from "vitest";
import { load, MINIMAL, placesOf, problemsOf } from "./scenario-files.ts";

const TWO = `name: pilot
practices:
  - { id: practice-1, list_size: 2244 }
  - { id: practice-3, list_size: 5130 people }
timeline:
  - { id: cut, date: 2014-05-01, kind: funding_cut, share: 10 % }
`;

describe("--set", () => {
  test("replaces a value, with its unit", () => {
    const { scenario } = load(TWO, {
      set: [
        "link_workers.fte=0.8",
        "practices[practice-3].list_size=5000",
        "timeline[cut].date=2015-01-01",
        "horizon=3 years",
      ],
    });
    expect(scenario.link_workers.fte).toBe(0.8);
    expect(scenario.practices.map(({ list_size }) => list_size)).toEqual([2244, 5000]);
    expect(scenario.timeline[0].date).toBe("2015-01-01");
    expect(scenario.horizon).toBe(1_577_880);
  });

  test("multiplies every member, and rounds where a whole number is wanted", () => {
    const { scenario } = load(TWO, { set: ["practices[*].list_size=x1.25"] });
    expect(scenario.practices.map(({ list_size }) => list_size)).toEqual([2805, 6413]);
  });

  test("multiplies in the unit that was written, by what earlier overrides left", () => {
    const { scenario } = load(TWO, {
      set: ["referral.rate=x2", "referral.rate=x0.5", "costs.post=x1.1", "timeline[cut].share=x3"],
    });
    expect(scenario.referral.rate).toBe(0.022);
    expect(scenario.costs.post).toBe(4_719_000);
    expect(scenario.timeline[0]).toMatchObject({ share: 0.3 });
  });

  test("writes keys that are optional, lists, and members of lists counted from 1", () => {
    const { scenario } = load(TWO, {
      set: [
        "mechanisms.hold-off=off",
        "practices[practice-1].locality=9",
        "referral.relative_rate[5]=0.5",
        "organisations.generate={local_per_practice: 3, posts_per_city_wide: 2, posts_per_statutory: 4}",
      ],
    });
    expect(scenario.mechanisms).toMatchObject({ "hold-off": false });
    expect(scenario.practices[0].locality).toBe("9");
    expect(scenario.referral.relative_rate[4]).toBe(0.5);
    expect(scenario.organisations.generate).toMatchObject({ local_per_practice: 3 });
  });

  test("merges maps, as a file does", () => {
    const { scenario } = load(TWO, { set: ["link_workers={fte: 0.5, caseload_cap: none}"] });
    expect(scenario.link_workers).toMatchObject({
      fte: 0.5,
      caseload_cap: Number.POSITIVE_INFINITY,
      working_days: 220,
    });
  });

  test("leaves no stale evidence", () => {
    expect(load(TWO, { set: ["referral.rate=x1.1"] }).annotations.has("referral.rate")).toBe(false);
    expect(load(TWO, { set: ["people.age_bands.65+=22 %"] }).annotations.has("people.age_bands")).toBe(false);
  });

  test.each([
    ["link_workrs.fte=1", "--set link_workrs.fte", "Did you mean link_workers?"],
    ["link_workers.ftes=1", "--set link_workers.ftes", "Did you mean fte?"],
    [
      "practices[practice-2].list_size=1",
      "--set practices[practice-2].list_size",
      "Did you mean practice-1?",
    ],
    ["people.age_bands.66+=1 %", "--set people.age_bands.66+", "Did you mean 65+?"],
    ["mechanisms.boun=off", "--set mechanisms.boun", "Did you mean bounce?"],
    ["link_workers.fte=9", "--set link_workers.fte", undefined],
    ["link_workers.fte=", "--set link_workers.fte", undefined],
    ["link_workers.caseload_cap=x", "--set link_workers.caseload_cap", undefined],
    ["waiting_list.limit=x2", "--set waiting_list.limit", "Give the value itself, not a factor."],
    [
      "link_workers.fte",
      "--set link_workers.fte",
      "For example: link_workers.fte=0.8 or practices[*].list_size=x1.2.",
    ],
    ["[a]=1", "--set [a]", "For example: link_workers.fte=0.8 or practices[*].list_size=x1.2."],
    [
      "extends=other.yaml",
      "--set extends",
      "Write a scenario file that extends this one to name other files.",
    ],
    ["pools[*].practices=[a]", "--set pools[*].practices", undefined],
    ["name[a]=b", "--set name[a]", undefined],
    ["__proto__.x=1", "--set __proto__.x", undefined],
    [
      "link_workers={__proto__: 1}",
      "--set link_workers.__proto__",
      "This word has a meaning of its own in JavaScript and is refused for safety.",
    ],
  ])("refuses %s", (written, place, hint) => {
    const problems = problemsOf(MINIMAL, { set: [written] });
    expect(placesOf(problems)).toContain(place);
    if (hint !== undefined) expect(problems.map((problem) => problem.hint)).toContain(hint);
  });
});
