import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadScenario } from "../../sim/scenario/load.ts";
import { renderProblem } from "../../sim/scenario/messages.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
const defaults = readFileSync("scenarios/defaults.yaml", "utf8");
const load = (t: string, set: string[] = [], more: Record<string, string> = {}) => {
  try { return loadScenario("s.yaml", sourcesFromMap(new Map(Object.entries({ "lib/defaults.yaml": defaults, "s.yaml": t, ...more })), { defaults: "lib/defaults.yaml" }), { set }); }
  catch (e) { if (!(e instanceof ScenarioError)) throw e; console.log(e.problems.map(renderProblem).join("\n")); return null; }
};
test("x", () => {
  const l = load("name: a\npractices:\n  - {id: p1, list_size: 2000}\n  - {id: p2, list_size: 3001 people}\n", ["practices[*].list_size=x1.2", "mechanisms.bounce=off", "people.deprivation[1]=75%", "link_workers.fte=x0.5"]);
  console.log(JSON.stringify(l?.scenario).slice(0, 3000), [...(l?.annotations ?? [])].slice(0, 12), l?.files.map((f) => f.path));
  load("name: 3\nnam: x\nreferal: {}\npractices:\n  - {id: p1, list_size: 2e9}\n  - {id: p1, list_siz: 3001 people}\nstart: 2014-02-30\nreferral: {rate: 25, ramp: 4 weks}\nlink_workers: {caseload_cap: -3, time: {casework: 50 %}}\ntimeline:\n - {id: a, kind: funding_cot, date: 2014-05-01}\n - {id: b, kind: closure, date: 2013-05-01, types: [locl]}\n - {id: c, kind: closure, date: 2033-05-01}\nmechanisms: {bounc: on, bounce: maybe}\ncalendar: {opens: 9}\nneeds: {severity: [1,2], work_own: {value: 3 contacts, range: [5, 6]}}\npeople: {women: 57, age_bands: {a: 1}, deprivation: [1 %, 1%, 1%, 1%, 1%]}", ["link_workrs.fte=1", "practices[p9].list_size=3", "xx", "link_workers.fte=9"]);
  load("name: a\ndata: {practices: p.csv, organisations: o.csv}\npools: [{id: q, practices: [p1, p9, p2, p1]}]", [], { "p.csv": "id,list_size\r\np1,2000\r\np2,\r\np3,x\r\np4,1,2\r\n", "o.csv": "id,typ\na,b\n" });
});
