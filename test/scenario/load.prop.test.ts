import { describe, expect, test } from "vitest";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import fc from "../support/fast-check.ts";
import { DEFAULTS, load, type Surroundings } from "./scenario-files.ts";

const SEED = { seed: 20140402, numRuns: 40 };
const VALID = `${DEFAULTS.replace(
  "practices: []",
  "practices:\n  - { id: p, list_size: 2244 }\n  - { id: q, list_size: 3000 people }",
)
  .replace("timeline: []", "timeline:\n  - { id: cut, date: 2014-05-01, kind: funding_cut, share: 10 % }")
  .replace("posts: []", "posts: [{ id: w, practice: p, fte: 0.5 }]")}\nname: pilot\n`;
const LINES = VALID.split("\n");
/** The same, where the defaults say the rest: read in a tenth of the time. */
const SHORT = `name: pilot
practices: [{ id: p, list_size: 2244 }, { id: q, list_size: 3000 people }]
link_workers: { posts: [{ id: w, practice: p, fte: 0.5 }] }
timeline: [{ id: cut, date: 2014-05-01, kind: funding_cut, share: 10 % }]
`;
const SNIPPETS = [
  "- ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  "*a",
  "&a ",
  "!!int ",
  "|",
  ">",
  '"',
  "'",
  "#",
  "null",
  "~",
  ".nan",
  "-1",
  "1e999",
  "0x1",
  "none",
  "%",
  "GBP",
  "\t",
  "\n",
  "  ",
  "<<: ",
  "__proto__: ",
  "---\n",
  "\u0000",
  "\uFEFF",
  "value: ",
  "range: ",
  "id: ",
  "extends: ",
  "data: ",
  "\u{1F600}",
  "\uD800",
];

/**
 * Gives a scenario or refuses it with a ScenarioError whose problems can be told; anything else fails the
 * property.
 */
function loadsOrRefuses(text: string | Uint8Array, around: Surroundings = {}): void {
  try {
    const loaded = load(text, around);
    expect(load(resolvedYaml(loaded)).scenario).toEqual(loaded.scenario);
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    expect(failure.problems.some(({ severity }) => severity === "error")).toBe(true);
    for (const problem of failure.problems) {
      expect(problem.file).not.toBe("");
      expect(problem.found).not.toBe("");
      expect(problem.expected).not.toBe("");
      expect(renderProblem(problem)).not.toMatch(/\n|undefined|\[object/);
      if (problem.line !== undefined) expect(problem.line).toBeGreaterThan(0);
    }
  }
}

const lineNumber = fc.nat({ max: LINES.length - 1 });
const snippet = fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 12 }));
const edit = fc.oneof(
  fc.record({
    kind: fc.constant("insert" as const),
    line: lineNumber,
    column: fc.nat({ max: 60 }),
    text: snippet,
  }),
  fc.record({
    kind: fc.constant("delete" as const),
    line: lineNumber,
    column: fc.nat({ max: 60 }),
    length: fc.nat({ max: 30 }),
  }),
  fc.record({ kind: fc.constant("replace value" as const), line: lineNumber, text: snippet }),
  fc.record({ kind: fc.constant("copy" as const), line: lineNumber, to: lineNumber }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(lines: readonly string[], change: Edit): string[] {
  const line = lines[change.line] ?? "";
  if (change.kind === "copy") return lines.toSpliced(change.to, 0, line);
  if (change.kind === "replace value")
    return lines.with(change.line, line.replace(/:.*$/s, `: ${change.text}`));
  const start = line.slice(0, change.column);
  const rest = line.slice(change.column);
  const end = change.kind === "insert" ? change.text + rest : rest.slice(change.length);
  return lines.with(change.line, start + end);
}

describe("whatever is done to a scenario, it loads or is refused with reasons", () => {
  test("when its text is edited", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        loadsOrRefuses(edits.reduce<string[]>(edited, [...LINES]).join("\n"));
      }),
      SEED,
    );
  });

  test("when it is any text or bytes at all", () => {
    const soup = fc.array(snippet, { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" }), fc.uint8Array()), (text) =>
        loadsOrRefuses(text),
      ),
      SEED,
    );
  });

  test("when any value stands for a part of it", () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const key = fc.constantFrom(
      "practices",
      "timeline",
      "people",
      "organisations",
      "link_workers",
      "calendar",
      "mechanisms",
      "data",
      "pools",
      "needs",
      "start",
      "horizon",
      "name",
      "extends",
      "measures",
    );
    fc.assert(
      fc.property(key, json, (name, value) =>
        loadsOrRefuses(
          `${JSON.stringify({ name: "a", practices: [{ id: "p", list_size: 5 }], [name]: value })}`,
        ),
      ),
      SEED,
    );
  });

  test("when its CSV is any text", () => {
    const cell = fc.oneof(
      fc.constantFrom("a", "b", "12", "12 people", "", '"', '"a,b"', "1e9", " "),
      fc.string({ maxLength: 6 }),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
    const csv = fc.tuple(
      fc.constantFrom("id,list_size", "id,list_size,locality", "id", ""),
      fc.array(row, { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n", "\r"),
    );
    fc.assert(
      fc.property(csv, ([header, rows, newline]) => {
        loadsOrRefuses("name: a\ndata: { practices: p.csv }", {
          files: { "here/p.csv": [header, ...rows].join(newline) },
        });
      }),
      SEED,
    );
  });

  test("when anything is set", () => {
    const path = fc.array(
      fc.oneof(
        fc.constantFrom(
          "practices",
          "[p]",
          "[*]",
          ".list_size",
          ".id",
          "people",
          ".age_bands",
          ".65+",
          "link_workers",
          ".posts",
          "[w]",
          ".time",
          "timeline",
          "[cut]",
          ".share",
          "calendar",
          ".opens",
          "organisations",
          ".types",
          ".local",
          ".places",
          "mechanisms",
          ".bounce",
          ".",
          "[",
          "]",
        ),
        fc.string({ maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 5 },
    );
    const value = fc.oneof(
      snippet,
      fc.constantFrom(
        "x1.2",
        "x0",
        "x1e9",
        "x99999999999999999999",
        "5",
        "5 %",
        "{value: 1}",
        "[1, 2]",
        "{a: 1}",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(path, value, (parts, text) =>
        loadsOrRefuses(SHORT, { set: [`${parts.join("")}=${text}`] }),
      ),
      SEED,
    );
  });
});
