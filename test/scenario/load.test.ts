import { describe, expect, test } from "vitest";
import { DEFAULTS, load, MINIMAL } from "./scenario-files.ts";

describe("a scenario", () => {
  test("gets every default from defaults.yaml, in base units", () => {
    const { scenario, files, warnings } = load(MINIMAL);
    expect(scenario.practices).toEqual([{ id: "practice-1", list_size: 2244 }]);
    expect(scenario.referral.rate).toBe(0.022);
    expect(scenario.waiting_list.limit).toBe(Number.POSITIVE_INFINITY);
    expect(scenario.costs.post).toBe(4_290_000);
    expect(scenario.calendar).toMatchObject({ opens: 540, hours_per_day: 420 });
    expect(files.map(({ path }) => path)).toEqual(["here/pilot.yaml", "/lib/defaults.yaml"]);
    expect(files[1].text).toBe(DEFAULTS);
    expect(warnings).toEqual([]);
  });

  test("is found in a folder, and is JSON too", () => {
    const json = '{"name": "pilot", "practices": [{"id": "p", "list_size": 10}]}';
    const { scenario, files } = load(json, { entry: "here/pilot/scenario.yaml", files: {} });
    expect(scenario.practices[0].list_size).toBe(10);
    expect(files[0].path).toBe("here/pilot/scenario.yaml");
  });

  test("keeps annotations by path, and none of the base where its value was changed", () => {
    const text = `${MINIMAL}referral: { rate: 30 per 1000 a year, ramp: { value: 8 weeks, range: [4 weeks, 9 weeks], evidence: X1, note: ours } }\n`;
    const { annotations } = load(text);
    expect(annotations.has("referral.rate")).toBe(false);
    expect(annotations.get("referral.ramp")).toEqual({
      range: [40_320, 90_720],
      evidence: "X1",
      note: "ours",
    });
    expect(annotations.get("people.crisis")).toEqual({ range: [0.05, 0.25], evidence: "A-crisis-share" });
    expect(annotations.get("needs.focus")).toEqual({ evidence: "R23" });
    expect(
      load(`${MINIMAL}needs: { focus: { mental_health: 25 %, work: 9 % } }`).annotations.has("needs.focus"),
    ).toBe(false);
  });

  test("extends another: maps merge, lists replace, the timeline merges by id, age bands replace", () => {
    const base = `${MINIMAL}horizon: 10 weeks
people: { age_bands: { young: 40 %, old: 60 % } }
timeline:
  - { id: cut, date: 2014-05-01, kind: funding_cut, share: 10 % }
  - { id: end, date: 2014-05-02, kind: closure, types: [local] }
`;
    const text = `extends: base.yaml
name: deeper
calendar: { holidays: [2014-04-18] }
people: { age_bands: { all: 100 % } }
timeline:
  - { id: cut, share: 20 % }
  - { id: end, date: 2014-05-03, kind: funding_cut, share: 5 % }
  - { id: new, date: 2014-05-04, kind: closure }
`;
    const { scenario, files } = load(text, { files: { "here/base.yaml": base } });
    expect(scenario.name).toBe("deeper");
    expect(scenario.horizon).toBe(100_800);
    expect(scenario.calendar).toMatchObject({ opens: 540, holidays: ["2014-04-18"] });
    expect(scenario.people.age_bands).toEqual({ all: 1 });
    expect(scenario.timeline).toEqual([
      { id: "cut", date: "2014-05-01", kind: "funding_cut", share: 0.2, over: 0, hit: 1 },
      { id: "end", date: "2014-05-03", kind: "funding_cut", share: 0.05, over: 0, hit: 1 },
      { id: "new", date: "2014-05-04", kind: "closure" },
    ]);
    expect(files.map(({ path }) => path)).toEqual([
      "here/pilot.yaml",
      "here/base.yaml",
      "/lib/defaults.yaml",
    ]);
  });

  test("may extend a folder, and a library scenario if it is in the library", () => {
    const { scenario } = load("extends: ../base\nname: cut", {
      entry: "/lib/cut/scenario.yaml",
      files: { "/lib/base/scenario.yaml": MINIMAL },
    });
    expect(scenario.name).toBe("cut");
  });

  test("reads its lists from CSVs beside the file that names them", () => {
    const base =
      "name: base\ndata: { practices: data/practices.csv, organisations: o.csv, organisation_template: t.csv }\n";
    const files = {
      "here/base/scenario.yaml": base,
      "here/base/data/practices.csv":
        '\uFEFFid,list_size,locality\r\n007,"2,244",\r\n1E5,10 people,east\r\n\r\n',
      "here/base/o.csv": "id,type,focus,locality,places\nA,local,work,007,none\nB,local,work,east,12\n",
      "here/base/t.csv": 'id,type,focus,interviewed_focus\nT,local,work,"jobs,\nadvice"\n',
      "here/w.csv": "id,practice,fte\nw,007,0.6\n",
    };
    const { scenario, template } = load("extends: base\nname: pilot\ndata: { link_workers: w.csv }", {
      files,
    });
    expect(scenario.practices).toEqual([
      { id: "007", list_size: 2244 },
      { id: "1E5", list_size: 10, locality: "east" },
    ]);
    expect(scenario.organisations.members.map(({ places }) => places)).toEqual([
      Number.POSITIVE_INFINITY,
      12,
    ]);
    expect(template).toEqual([{ id: "T", type: "local", focus: "work", interviewed_focus: "jobs,\nadvice" }]);
    expect(scenario.link_workers.posts).toEqual([{ id: "w", practice: "007", fte: 0.6 }]);
    expect(scenario.data).toBeUndefined();
  });

  test("warns of a date after the horizon and changes nothing else", () => {
    const text = `${MINIMAL}horizon: 4 weeks\ntimeline:\n  - { id: late, date: 2014-04-30, kind: closure }\n`;
    const { warnings } = load(text);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      severity: "warning",
      file: "here/pilot.yaml",
      line: 6,
      path: "timeline[late].date",
    });
    expect(load(text.replace("04-30", "04-29")).warnings).toEqual([]);
  });

  test("allows a date within the warm-up", () => {
    const text = `${MINIMAL}warm_up: 1 week\ntimeline:\n  - { id: early, date: 2014-03-26, kind: closure }\n`;
    expect(load(text).scenario.timeline).toHaveLength(1);
  });

  test("follows anchors", () => {
    const { scenario } = load(`${MINIMAL}contact: { first: &hour 60 minutes, follow_up: *hour }`);
    expect(scenario.contact.follow_up).toBe(60);
  });

  test("reads switches as on, off, true and false", () => {
    const { scenario } = load(
      `${MINIMAL}mechanisms: { hold-off: off, bounce: true, cost: on, shock: false }`,
    );
    expect(scenario.mechanisms).toMatchObject({ "hold-off": false, bounce: true, cost: true, shock: false });
  });
});
