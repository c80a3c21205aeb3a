import { describe, expect, it } from "vitest";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { problemsOf } from "./scenario-files.ts";

const N = 3000;
const practices = `id,list_size\n${Array.from({ length: N }, (_, n) => `p${n},5000\n`).join("")}`;
const told = (files: Readonly<Record<string, string>>): readonly string[] =>
  problemsOf("name: a\ndata: { practices: p.csv, link_workers: w.csv }\n", { files }).map(renderProblem);

describe("thousands of problems of one kind", () => {
  it("are told of fifty, and counted from there on, without a search among all names for each", () => {
    const staff = `id,practice\n${Array.from({ length: N }, (_, n) => `w${n},x${n}\n`).join("")}`;
    const lines = told({ "here/p.csv": practices, "here/w.csv": staff });
    expect(lines).toHaveLength(51);
    expect(lines[0]).toBe(
      'here/w.csv:2 link_workers.posts[w0].practice: found "x0" in the column practice, expected a practice of this scenario. Did you mean p0?',
    );
    expect(lines[50]).toMatch(
      /^here\/w\.csv:52 .*found "x50" in the column practice, and 2949 more like it from here on/,
    );
  });

  it("leave those of another kind, and of another file, told", () => {
    const staff = `id,practice,fte\n${Array.from({ length: 60 }, (_, n) => `w${n},x${n},9\n`).join("")}`;
    const lines = told({ "here/p.csv": practices.replace("p7,5000", "p7,many"), "here/w.csv": staff });
    expect(lines.filter((line) => line.includes(".fte"))).toHaveLength(51);
    expect(lines.filter((line) => line.includes("here/p.csv"))).toHaveLength(1);
  });
});

describe("a double quote that does not close", () => {
  it.each([
    ['id,list_size\na,"1\nb,2\nc,3\n', 2, "a double quote that never closes"],
    ['id,list_size,region\n"a\nb",1,"x\nc,3,z\n', 3, "a double quote that never closes"],
    ['id,list_size\na,"1\nb,2\nc,"3"\nd,4\n', 2, "a double quote in a text"],
  ])("is told once, at the line where it opened: %j", (csv, line, found) => {
    const [problem, ...others] = problemsOf("name: a\ndata: { practices: p.csv }\n", {
      files: { "here/p.csv": csv },
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: "here/p.csv", line, found });
  });
});

describe("a space that is not seen", () => {
  it.each([
    ["name: a\nhorizon:\u00a04 weeks\n", 2, "The line holds a non-breaking space (U+00A0)"],
    ["name: a\n\u00a0horizon: 4 weeks\n", 2, "It holds a non-breaking space (U+00A0)"],
    ["name: a\nwaiting_list: { order: fifo\u200bx }\n", 2, "It holds a space that is not seen (U+200B)"],
  ])("is named as the cause: %j", (text, line, hint) => {
    const problem = problemsOf(text).find((one) => one.file === "here/pilot.yaml");
    expect(problem).toMatchObject({ line });
    expect(problem?.hint).toContain(hint);
  });

  it("of UTF-16 without its mark is named, in a table too, once", () => {
    const csv = new Uint8Array(Buffer.from("id,list_size\na,1\n", "utf16le"));
    const problems = problemsOf("name: a\ndata: { practices: p.csv }\n", { files: { "here/p.csv": csv } });
    expect(problems.map(({ found }) => found)).toEqual(["UTF-16 text"]);
  });
});
