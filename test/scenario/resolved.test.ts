import { describe, expect, test } from "vitest";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { load, MINIMAL } from "./scenario-files.ts";

const FULL = `extends: base
name: "123"
rationale: |
  Two lines,
  with "quotes": and # signs.
start: 2015-01-05
calendar: always
data: { practices: p.csv, organisation_template: t.csv }
pools: [{ id: east pool, practices: [a, b] }]
people: { age_bands: { value: { "on": 40 %, "0": 60 % }, evidence: X } }
link_workers:
  caseload_cap: { value: none, note: no rule }
  posts: [{ id: w, pool: east pool, fte: 0.6 }]
organisations:
  members: [{ id: o, type: local, focus: work, locality: a, places: { value: 12, range: [3, 20 places] } }]
  generate: { local_per_practice: 3, posts_per_city_wide: 2, posts_per_statutory: 0.5 }
  weeks_in_place: { work: 1 month }
funding: { place_year: "£1,234.56", types: { local: { drift: -1.23 % a year } } }
timeline:
  - { id: cut, date: 2015-02-01, kind: funding_cut, share: 12.5 %, over: 6 months, types: [local] }
  - { id: end, date: 2016-02-01, kind: closure, organisations: [o] }
  - { id: named, date: 2016-03-01, kind: posts_cut, posts: [w] }
mechanisms: { hold-off: off, bounce: on }
`;
const FILES = {
  "here/p.csv": "id,list_size,region\na,1,north\nb,2244 people,\n",
  "here/t.csv": "id,type,focus\nT,statutory,health_care\n",
  "here/base/scenario.yaml": "referral: { rate: 33.3 per 1000 a year }\nhorizon: 1000 days\npractices: []\n",
};

describe("the resolved scenario", () => {
  test.each([
    ["of the defaults", MINIMAL],
    ["of everything at once", FULL],
  ])("%s loads alone to the same scenario", (_, text) => {
    const loaded = load(text, { files: FILES, set: ["referral.on_site=x0.3"] });
    const again = load(resolvedYaml(loaded));
    expect(again.scenario).toEqual(loaded.scenario);
    expect(again.template).toEqual(loaded.template);
    expect(again.annotations).toEqual(loaded.annotations);
    expect(resolvedYaml(again)).toBe(resolvedYaml(loaded));
  });

  test("is written in the units of users, with ranges and evidence", () => {
    const text = resolvedYaml(load(MINIMAL));
    expect(text).toContain("horizon: 104 weeks");
    expect(text).toContain(
      "rate: { value: 22 per 1000 a year, range: [ 20 per 1000 a year, 45 per 1000 a year ], evidence: R8 }",
    );
    expect(text).toContain("opens: 09:00");
    expect(text).toContain("limit: none");
  });
});
