import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "linksim-own-"));
  writeFileSync(join(cwd, "s.yaml"), SMALL);
  const words = ["run", "s.yaml", "--replications", "2", "--workers", "1", "--out", "out", "--quiet"];
  expect((await linksim(words, { cwd })).code).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const SWEEP = ["sweep", "s.yaml", "--vary", "link_workers.fte=0.5,1", "--replications", "1", "--quiet"];

describe("a command that writes a file", () => {
  it.each([
    ["chart", ["chart", "out", "waits", "-o", "mine.svg"], "mine.svg"],
    ["report", ["report", "out", "-o", "mine.html"], "mine.html"],
    ["run --report", ["run", "s.yaml", "--replications", "2", "--out", "new", "--report"], "new.html"],
    ["sweep --slurm", [...SWEEP, "--slurm", "jobs"], "jobs/array.sbatch"],
  ])("writes nothing where somebody else's file is: %s", async (_, words, file) => {
    const folder = aFolder({ "s.yaml": SMALL });
    if (words[1] === "out") words[1] = join(cwd, "out");
    if (file.includes("/")) await linksim(["init", "jobs"], { cwd: folder });
    writeFileSync(join(folder, file), "years of work");
    const { code, stderr } = await linksim(words, { cwd: folder });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${file}: there is a`),
    });
    expect(readFileSync(join(folder, file), "utf8")).toBe("years of work");
    expect(existsSync(join(folder, "new"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith(".tmp"))).toEqual([]);
  });

  it("writes its own again, whatever they hold by now", async () => {
    for (const more of [[], ["--variants"]]) {
      expect((await linksim(["chart", "out", "caseload", "-o", "a.png", ...more], { cwd })).code).toBe(0);
      expect((await linksim(["report", "out"], { cwd })).code).toBe(0);
    }
    for (const seed of ["1", "2"])
      expect((await linksim([...SWEEP, "--slurm", "jobs", "--seed", seed], { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, "jobs")).sort()).toEqual(["array.sbatch", "merge.sbatch", "submit.sh"]);
  });
});

describe("folders of one command", () => {
  it.each([
    ["--out is the folder that one is in", ["run", "s.yaml", "--out", "."]],
    ["--store is --out", ["run", "s.yaml", "--store", "x", "--out", "x"]],
    ["--store lies in --out", ["run", "s.yaml", "--store", "x/cells", "--out", "x"]],
    ["--out lies in --store", [...SWEEP, "--store", "x", "--out", "x/out"]],
    ["the scripts lie in --out", [...SWEEP, "--slurm", "x/jobs", "--out", "x"]],
    ["--out is a store that is merged", ["merge", "a", "b", "--out", "b"]],
    ["--out is what is made again", ["rerun", "y", "--out", "y"]],
  ])("are refused before anything is made where %s", async (_, words) => {
    const folder = aFolder({ "s.yaml": SMALL });
    const { code, stdout, stderr } = await linksim(words, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/replace a folder as a whole\. Name .*\n$/);
    expect(readdirSync(folder)).toEqual(["s.yaml"]);
  });
});
