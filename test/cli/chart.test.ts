import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "linksim-chart-"));
  writeFileSync(join(cwd, "s.yaml"), SMALL);
  const words = ["run", "s.yaml", "--replications", "3", "--workers", "1", "--out", "out", "--quiet"];
  expect((await linksim(words, { cwd })).code).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const chart = (...words: string[]) => linksim(["chart", ...words], { cwd });

describe("linksim chart", () => {
  it("lists the figures that a folder can give, and how to draw one", async () => {
    const { code, stdout } = await chart("out");
    expect(code).toBe(0);
    expect(stdout).toContain("out can give these 10 figures:");
    for (const name of ["caseload", "waits", "retention", "flow"]) expect(stdout).toContain(`  ${name} `);
    expect(stdout).not.toContain("surface");
    expect(stdout).toContain("linksim chart out people -o people.png");
  });

  it("writes a figure in every form that is asked for, the same bytes each time", async () => {
    const words = ["out", "waits", "-o", "a.svg", "-o", "a.png", "-o", "a.json", "--target", "8"];
    expect(await chart(...words)).toEqual({ code: 0, stdout: "", stderr: "" });
    const read = () => ["a.svg", "a.png", "a.json"].map((name) => readFileSync(join(cwd, name)));
    const [svg, png, json] = read();
    expect(svg.toString()).toMatch(/^<svg .*within 8 weeks.*<\/svg>\n$/s);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
    const { $schema, description } = JSON.parse(json.toString());
    expect($schema).toContain("vega-lite/v6");
    expect(description).toContain("Within 8 weeks of referral");
    await chart(...words);
    expect(read()).toEqual([svg, png, json]);
    expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each([
    [
      "an unknown figure",
      ["out", "casload", "-o", "x.svg"],
      "casload: there is no figure of that name. Did you mean caseload?",
    ],
    [
      "a figure that the results cannot give",
      ["out", "surface", "-o", "x.svg"],
      "do not hold what the figure surface is made from (sweep)",
    ],
    ["a figure without a file", ["out", "caseload"], "Add -o caseload.svg, .png or .json."],
    ["a file without a figure", ["out", "-o", "x.svg"], "no figure was named"],
    [
      "another kind of file",
      ["out", "caseload", "-o", "x.pdf"],
      "--output x.pdf: expected a file that ends in .svg, .png or .json.",
    ],
    [
      "a week that is not measured",
      ["out", "waits", "-o", "x.svg", "--target", "5"],
      "--target: this figure has no 5 weeks. It has: 1, 2, 3, 4,",
    ],
    [
      "a target that is no number",
      ["out", "waits", "-o", "x.svg", "--target", "soon"],
      '--target: expected a number, such as 4 for weeks or 40 for percent, got "soon".',
    ],
    ["a folder without results", [".", "caseload", "-o", "x.svg"], ".: found no linksim results there"],
  ])("refuses %s in words, with exit code 2", async (_, words, reason) => {
    const { code, stdout, stderr } = await chart(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(reason);
    expect(readdirSync(cwd)).not.toContain("x.svg");
  });

  it("says why a file could not be written, and leaves nothing behind", async () => {
    const { code, stderr } = await chart("out", "time", "-o", "nowhere/x.svg");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "nowhere/x.svg could not be written: a folder on its path does not exist.\n",
    });
  });
});
