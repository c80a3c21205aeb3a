import { describe, expect, test } from "vitest";
import { loadScenario } from "../../sim/scenario/load.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { load, MINIMAL, placesOf, problemsOf } from "./scenario-files.ts";

const at = (text: string, around = {}) => placesOf(problemsOf(text, around));
/** Puts a text after the three lines of the least scenario, so that it begins on line 4. */
const withMinimal = (text: string) => `${MINIMAL}${text}\n`;
const ORGANISATION = "id,type,focus\n";

const refusalOf = (action: () => unknown): ScenarioError => {
  try {
    action();
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure;
  }
  throw new Error("nothing was refused");
};

describe("a file is refused", () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ["that is not there", "", "here/none.yaml", "no such file"],
    ["in UTF-16", new Uint8Array([0xff, 0xfe, 0x6e, 0]), "here/pilot.yaml:1:1", "UTF-16 text"],
    [
      "in Latin-1",
      new Uint8Array([0x6e, 0x0a, 0xe9, 0x0a]),
      "here/pilot.yaml:2:1",
      "bytes that are not UTF-8",
    ],
    ["with a NUL", "name: a\nb: \0", "here/pilot.yaml:2:1", "a NUL character"],
    ["that is too large", `name: a\n#${"x".repeat(5_000_000)}`, "here/pilot.yaml", "6 MB"],
    ["that is empty", "", "here/pilot.yaml:1:1", "an empty file"],
    ["that is a list", "- name: a", "here/pilot.yaml:1:1", "a list of 1"],
    ["that is a word", "name", "here/pilot.yaml:1:1", '"name"'],
    ["that is not YAML", "name: [a\nb: c", "here/pilot.yaml:2:1", "text that is not YAML"],
    ["that says a key twice", "name: a\nname: b", "here/pilot.yaml:2:1 name", 'the key "name" a second time'],
    ["with two documents", "name: a\n---\nname: b", "here/pilot.yaml:2:1", "text that is not YAML"],
    ["with a tag of its own", "name: !!js/function a", "here/pilot.yaml:1:7", "text that is not YAML"],
    ["with an unknown alias", "name: *nobody", "here/pilot.yaml:1:7 name", "an alias of nothing"],
    [
      "nested deeply",
      `name: ${"[".repeat(40)}${"]".repeat(40)}`,
      "here/pilot.yaml:1:26",
      "very deep nesting",
    ],
    ["nested without end", "[".repeat(200_000), "here/pilot.yaml:1:61", "very deep nesting"],
    [
      "nested without end in a line of dashes",
      "- ".repeat(2_000_000),
      "here/pilot.yaml:1:120",
      "very deep nesting",
    ],
    ["that holds itself", "name: &a [*a]", "here/pilot.yaml:1:11", "very deep nesting"],
  ])("%s", (_, text, place, found) => {
    const around = place === "here/none.yaml" ? { entry: "here/other.yaml" } : {};
    if (place === "here/none.yaml") {
      expect(at("extends: none.yaml\nname: a")).toEqual(["here/pilot.yaml:1:10 extends"]);
      return;
    }
    const problems = problemsOf(text, around);
    expect(placesOf(problems)[0]).toBe(place);
    expect(problems[0].found).toBe(found);
  });

  test("whose aliases explode", () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(",")}]`,
    );
    const problems = problemsOf(`a0: &a0 [x,x,x,x,x,x,x,x,x]\n${levels.join("\n")}`);
    expect(problems.map(({ found }) => found)).toContain("more than 500 aliases");
    const wide = `a: &a [${"x,".repeat(3000)}x]\nb: [${"*a,".repeat(9)}*a]`;
    expect(problemsOf(wide).map(({ found }) => found)).toContain("aliases that expand without end");
  });

  test("that the port cannot read", () => {
    const sources = {
      read: (path: string) => {
        throw new Error(`EACCES: ${path}`);
      },
      defaults: "defaults.yaml",
      roots: [],
    };
    const refusal = refusalOf(() => loadScenario("pilot.yaml", sources));
    expect(refusal.problems).toHaveLength(1);
    expect(refusal.problems[0].found).toBe("pilot.yaml, which cannot be read (EACCES: pilot.yaml)");
  });

  test.each(["__proto__", "constructor", "prototype"])("with the key %s", (key) => {
    const problems = problemsOf(withMinimal(`referral:\n  ${key}: { rate: 1 }`));
    expect(placesOf(problems)).toEqual([`here/pilot.yaml:5:3 referral.${key}`]);
    expect(problems[0].hint).toContain("refused for safety");
  });
});

describe("a path is refused", () => {
  const expected = "a path within the scenario's folder or the working directory";
  test.each([
    ["/etc/passwd", "a path from the folder of this file"],
    ["C:/secret.yaml", "a path from the folder of this file"],
    ["../../etc/passwd", expected],
    ["../other/s.yaml", expected],
    ["a/../../b.yaml", expected],
    ["..\\\\b.yaml", "a path with `/` only"],
    ["a\\0b", "text without control characters and without marks that turn its direction"],
  ])("%s", (path, words) => {
    for (const text of [`extends: "${path}"\nname: a`, `data:\n  practices: "${path}"\nname: a`]) {
      const problems = problemsOf(text, { files: { "/etc/passwd": MINIMAL, "other/s.yaml": MINIMAL } });
      expect(problems[0]).toMatchObject({ file: "here/pilot.yaml", expected: words });
      expect(problems[0].line).toBe(text.startsWith("extends") ? 1 : 2);
      expect(problems[0].path).toBe(text.startsWith("extends") ? "extends" : "data.practices");
    }
  });

  test("in the library, for a scenario that is not of it", () => {
    expect(at("extends: ../lib/base.yaml\nname: a", { files: { "lib/base.yaml": MINIMAL } })).toEqual([
      "here/pilot.yaml:1:10 extends",
    ]);
  });

  test("that goes in a circle, which is named", () => {
    const [problem] = problemsOf("extends: b.yaml", {
      files: { "here/b.yaml": "extends: ./c.yaml", "here/c.yaml": "\nextends: pilot.yaml" },
    });
    expect(problem).toMatchObject({ file: "here/c.yaml", line: 2, column: 10 });
    expect(problem.found).toBe("a circle: here/pilot.yaml -> here/b.yaml -> here/c.yaml -> here/pilot.yaml");
  });
});

describe("a field is refused", () => {
  test.each([
    ["an unknown key", "link_workers: { caseloadcap: 4 }", "4:17 link_workers.caseloadcap"],
    ["an unknown key at the top", "linkworkers: {}", "4:1 linkworkers"],
    ["an unknown mechanism", "mechanisms: { bounc: on }", "4:15 mechanisms.bounc"],
    ["an unknown word", "waiting_list: { order: lifo }", "4:24 waiting_list.order"],
    ["a missing unit", "referral: { ramp: 4 }", "4:19 referral.ramp"],
    ["a wrong unit", "referral: { ramp: 4 GBP }", "4:19 referral.ramp"],
    ["an empty value", "referral:\n  ramp:", "5:8 referral.ramp"],
    ["a map for a number", "referral: { ramp: { weeks: 4 } }", "4:19 referral.ramp"],
    ["a number for a map", "referral: 4", "4:11 referral"],
    ["a list for a map", "referral: [4]", "4:11 referral"],
    ["a map for a list", "pools: { a: 1 }", "4:8 pools"],
    ["NaN", "link_workers: { fte: .nan }", "4:22 link_workers.fte"],
    ["infinity", "link_workers: { fte: .inf }", "4:22 link_workers.fte"],
    ["the word inf", "link_workers: { fte: inf }", "4:22 link_workers.fte"],
    ["a negative number", "link_workers: { caseload_cap: -1 }", "4:31 link_workers.caseload_cap"],
    ["a share over one", "people: { women: 101 % }", "4:18 people.women"],
    ["a day that is none", "start: 2015-02-29", "4:8 start"],
    ["a time that is none", "calendar: { opens: 25:00 }", "4:20 calendar.opens"],
    ["a calendar of another word", "calendar: never", "4:11 calendar"],
    ["a text that is too long", `rationale: ${"x".repeat(4001)}`, "4:12 rationale"],
    ["a list that is too short", "needs: { severity: [50 %, 50 %] }", "4:20 needs.severity"],
    [
      "shares that do not add up",
      "people: { deprivation: [20 %, 20 %, 20 %, 20 %, 21 %] }",
      "4:24 people.deprivation",
    ],
    ["time that does not add up", "link_workers: { time: { casework: 66 % } }", "4:23 link_workers.time"],
    ["needs that do not add up", "needs: { focus: { work: 9 % } }", "4:17 needs.focus"],
    ["sources that do not add up", "referral: { sources: { gp: 79 % } }", "4:22 referral.sources"],
    [
      "a range upside down",
      "link_workers: { fte: { value: 0.8, range: [0.9, 0.7] } }",
      "4:43 link_workers.fte.range",
    ],
    [
      "a range beside its value",
      "link_workers: { fte: { value: 0.8, range: [0.9, 1] } }",
      "4:31 link_workers.fte.range",
    ],
    [
      "a range in another unit",
      "contact: { gap: { value: 7 days, range: [1 GBP, 9 days] } }",
      "4:42 contact.gap.range",
    ],
    [
      "a range of three",
      "contact: { gap: { value: 7 days, range: [1 days, 8 days, 9 days] } }",
      "4:41 contact.gap.range",
    ],
    [
      "evidence that is no text",
      "contact: { gap: { value: 7 days, evidence: [A] } }",
      "4:44 contact.gap.evidence",
    ],
    ["an annotation with another key", "contact: { gap: { value: 7 days, source: A } }", "4:17 contact.gap"],
    [
      "a kind of action that is none",
      "timeline: [{ id: a, date: 2014-05-01, kind: cut }]",
      "4:45 timeline[a].kind",
    ],
    [
      "an action without its share",
      "timeline: [{ id: a, date: 2014-05-01, kind: funding_cut }]",
      "4:12 timeline[a].share",
    ],
    [
      "a date before the start",
      "timeline: [{ id: a, date: 2014-04-01, kind: closure }]",
      "4:27 timeline[a].date",
    ],
    [
      "an id twice",
      "timeline: [{ id: a, date: 2014-05-01, kind: closure }, { id: a, date: 2014-05-01, kind: closure }]",
      "4:62 timeline[a].id",
    ],
    ["an id of digits without quotes", "pools: [{ id: 7, practices: [practice-1] }]", "4:15 pools[7].id"],
    [
      "an id that is true without quotes",
      "pools: [{ id: true, practices: [practice-1] }]",
      "4:15 pools[true].id",
    ],
    ["a pool of nobody", "pools: [{ id: a, practices: [] }]", "4:29 pools[a].practices"],
    [
      "a pool of a practice that is not there",
      "pools: [{ id: a, practices: [practice-2] }]",
      "4:30 pools[a].practices",
    ],
    [
      "two pools of one practice",
      "pools: [{ id: a, practices: [practice-1] }, { id: b, practices: [practice-1] }]",
      "4:66 pools[b].practices",
    ],
    ["a post of nobody", "link_workers: { posts: [{ id: a }] }", "4:25 link_workers.posts[a]"],
    [
      "a post of a practice that is not there",
      "link_workers: { posts: [{ id: a, practice: p }] }",
      "4:44 link_workers.posts[a].practice",
    ],
    [
      "a post of a pool that is not there",
      "link_workers: { posts: [{ id: a, pool: p }] }",
      "4:40 link_workers.posts[a].pool",
    ],
    ["data under an unknown name", "data: { practises: p.csv }", "4:9 data.practises"],
    ["data that is no map", "data: p.csv", "4:7 data"],
    ["data twice", "data: { practices: p.csv }", "4:9 data.practices"],
    ["data that is not there", "data: { link_workers: p.csv }", "4:23 data.link_workers"],
  ])("for %s", (_, text, place) => {
    expect(at(withMinimal(text))).toEqual([`here/pilot.yaml:${place}`]);
  });

  test("for a post with both a practice and a pool", () => {
    const text =
      "pools: [{ id: q, practices: [practice-1] }]\nlink_workers: { posts: [{ id: a, practice: practice-1, pool: q }] }";
    expect(at(withMinimal(text))).toEqual(["here/pilot.yaml:5:62 link_workers.posts[a]"]);
  });

  test("for an organisation of the timeline that is not listed", () => {
    const text =
      "organisations: { members: [{ id: o, type: local, focus: work }] }\ntimeline: [{ id: a, date: 2014-05-01, kind: closure, organisations: [o, p] }]";
    expect(at(withMinimal(text))).toEqual(["here/pilot.yaml:5:73 timeline[a].organisations"]);
  });

  test("for numbers that are absurd", () => {
    expect(at("name: a\npractices: [{ id: p, list_size: 1e9 }]")).toEqual([
      "here/pilot.yaml:2:33 practices[p].list_size",
    ]);
  });

  test("for what is missing, at its parent", () => {
    expect(at("practices: [{ id: p }]")).toEqual([
      "here/pilot.yaml:1:1 name",
      "here/pilot.yaml:1:13 practices[p].list_size",
    ]);
  });

  test("for having no practice", () => {
    expect(at("name: a\npractices: []")).toEqual(["here/pilot.yaml:2:12 practices"]);
    expect(at("name: a")).toEqual([expect.stringMatching(/^\/lib\/defaults.yaml:\d+:12 practices$/)]);
  });

  test("in the file it came from, when a base is wrong", () => {
    const base = "practices: [{ id: p, list_size: 7 }]\nhorizon: 4\n";
    expect(at("extends: base.yaml\nname: a", { files: { "here/base.yaml": base } })).toEqual([
      "here/base.yaml:2:10 horizon",
    ]);
  });
});

describe("a CSV is refused", () => {
  const practices = (csv: string | Uint8Array) =>
    at("name: a\ndata: { practices: p.csv }", { files: { "here/p.csv": csv } });
  test.each<[string, string | Uint8Array, string[]]>([
    ["with an unknown column", "id,list_sise\np,1\n", ["here/p.csv:1 practices", "here/p.csv:1 practices"]],
    ["without a column", "id\np\n", ["here/p.csv:1 practices"]],
    ["with a column twice", "id,list_size,id\np,1,q\n", ["here/p.csv:1 practices"]],
    ["with tabs", "id\tlist_size\np\t1\n", ["here/p.csv:1 practices"]],
    ["with semicolons", "id;list_size\np;1\n", ["here/p.csv:1 practices"]],
    [
      "with a ragged row",
      "id,list_size\np,1\nq,1,2\nr\n",
      ["here/p.csv:3 practices", "here/p.csv:4 practices"],
    ],
    ["with an empty cell", "id,list_size\np,\n", ["here/p.csv:2 practices[p].list_size"]],
    ["with an id twice", "id,list_size\np,1\nq,2\np,3\n", ["here/p.csv:4 practices[p].id"]],
    ["with a wrong number", "id,list_size\n\np,1\nq,1 GBP\n", ["here/p.csv:4 practices[q].list_size"]],
    ["with a number that is absurd", "id,list_size\np,1e9\n", ["here/p.csv:2 practices[p].list_size"]],
    ["with an open quotation", 'id,list_size\np,"1\nq,2\n', ["here/p.csv:2 practices"]],
    ["in Latin-1", new Uint8Array([105, 100, 10, 0xe9, 10]), ["here/p.csv:2:1 "]],
    ["that is empty", "", ["here/p.csv:1 practices"]],
  ])("%s", (_, csv, places) => {
    const found = practices(csv);
    expect(found.slice(0, places.length)).toEqual(places.map((place) => place.trim()));
  });

  test("after a cell of several lines, at the line of the file", () => {
    const csv = `${ORGANISATION}a,local,"wo\nrk"\nb,locl,work\n`;
    const problems = problemsOf(withMinimal("data: { organisations: o.csv }"), {
      files: { "here/o.csv": csv },
    });
    expect(placesOf(problems)).toEqual([
      "here/o.csv:2 organisations.members[a].focus",
      "here/o.csv:4 organisations.members[b].type",
    ]);
    expect(problems[1].found).toBe('"locl" in the column type');
    expect(problems[1].hint).toBe("Did you mean local?");
  });
});

test("every problem is told at once, in the order of the files and their lines", () => {
  const text = "extends: base.yaml\nnam: a\nhorizon: 4\ndata: { organisations: o.csv }\n";
  const files = {
    "here/base.yaml": "name: b\nstart: today\npracticess: []\n",
    "here/o.csv": `${ORGANISATION}o,local,wrk\n`,
  };
  expect(at(text, { files, set: ["link_workers.fte=7"] })).toEqual([
    "here/pilot.yaml:2:1 nam",
    "here/pilot.yaml:3:10 horizon",
    "here/o.csv:2 organisations.members[o].focus",
    "here/base.yaml:2:8 start",
    "here/base.yaml:3:1 practicess",
    expect.stringMatching(/^.lib.defaults.yaml:.* practices$/),
    "--set link_workers.fte",
  ]);
});

test("what is wrong with a file is told beside a base that cannot be found, and nothing is called missing", () => {
  expect(at("extends: none.yaml\nhorizon: 4\ntimeline: [{ id: cut, share: 200 % }]\nnam: a")).toEqual([
    "here/pilot.yaml:1:10 extends",
    "here/pilot.yaml:2:10 horizon",
    "here/pilot.yaml:4:1 nam",
  ]);
});

test("a locality that no practice has is a warning", () => {
  const text = withMinimal(
    "organisations: { members: [{ id: o, type: local, focus: work, locality: practice1 }] }",
  );
  expect(load(text).warnings.map(renderProblem)).toEqual([
    'here/pilot.yaml:4:73 organisations.members[o].locality: warning: found "practice1", expected the locality of a practice; no practice can use this organisation. Did you mean practice-1?',
  ]);
});

test("a problem is written as one line", () => {
  const [problem] = problemsOf(withMinimal("link_workers: { fte: 9\n }"));
  expect(renderProblem(problem)).toBe(
    "here/pilot.yaml:4:22 link_workers.fte: found 9, expected share of full time of each post, where it does not say its own: a number from 0.05 to 1.",
  );
});

test("a problem carries no control characters to the terminal", () => {
  const [problem] = problemsOf(withMinimal('"\\e[31mred\\nline": 1'));
  expect(problem.path).toContain("\u001b");
  expect(renderProblem(problem)).toMatch(/^[ -~]+$/);
});
