import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { interrupted, linksim } from "./linksim.ts";

const quick = ["run", "s.yaml", "--replications", "2", "--workers", "1", "--out", "out"];
const NOBODY = 65_534;

describe("a results folder", () => {
  it("is replaced by new results", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim([...quick, "--format", "csv,json"], { cwd });
    expect((await linksim([...quick, "--seed", "2"], { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, "out"))).not.toContain("summary.json");
    expect(JSON.parse(readFileSync(join(cwd, "out", "run.json"), "utf8")).seed).toBe("2");
    expect(readdirSync(cwd).sort()).toEqual(["out", "s.yaml"]);
  });

  it("is followed through a link, which stays", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    mkdirSync(join(cwd, "real"));
    symlinkSync("real", join(cwd, "out"));
    expect((await linksim(quick, { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, "real"))).toContain("run.json");
  });

  it("is refused where somebody else's files are", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    mkdirSync(join(cwd, "out"));
    writeFileSync(join(cwd, "out", "thesis.txt"), "years of work");
    const { code, stderr } = await linksim(quick, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("not a linksim results folder");
    expect(readdirSync(join(cwd, "out"))).toEqual(["thesis.txt"]);
    expect(readdirSync(cwd).sort()).toEqual(["out", "s.yaml"]);
  });

  it("is refused where notes were added to results, which replacing would delete", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim(quick, { cwd });
    writeFileSync(join(cwd, "out", "notes.md"), "seen");
    const { code, stderr } = await linksim(quick, { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("notes.md");
    expect(readdirSync(join(cwd, "out"))).toContain("notes.md");
  });

  it("is refused where a run.json merely names somebody else's files and folders", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    mkdirSync(join(cwd, "out", "photos"), { recursive: true });
    writeFileSync(join(cwd, "out", "thesis.txt"), "years of work");
    writeFileSync(join(cwd, "out", "photos", "one.jpg"), "a picture");
    const files = [{ name: "thesis.txt" }, { name: "photos" }];
    writeFileSync(
      join(cwd, "out", "run.json"),
      JSON.stringify({ program: "linksim", content_hash: "x", files }),
    );
    const { code, stderr } = await linksim(quick, { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("photos and thesis.txt");
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(["photos", "run.json", "thesis.txt"]);
    expect(readFileSync(join(cwd, "out", "photos", "one.jpg"), "utf8")).toBe("a picture");
    expect(readdirSync(cwd).sort()).toEqual(["out", "s.yaml"]);
  });

  it.each([
    ["a table that was edited", (path: string) => writeFileSync(path, "my own numbers")],
    [
      "a link in the place of a table",
      (path: string) => {
        renameSync(path, join(path, "..", "..", "elsewhere.csv"));
        symlinkSync("../elsewhere.csv", path);
      },
    ],
  ])("is refused where there is %s", async (_what, change) => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim(quick, { cwd });
    change(join(cwd, "out", "summary.csv"));
    const before = readFileSync(join(cwd, "out", "summary.csv"), "utf8");
    const { code, stderr } = await linksim([...quick, "--seed", "2"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("summary.csv");
    expect(readFileSync(join(cwd, "out", "summary.csv"), "utf8")).toBe(before);
  });

  it("is refused where a run.json of another program is", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    mkdirSync(join(cwd, "out"));
    writeFileSync(join(cwd, "out", "run.json"), "{}");
    expect((await linksim(quick, { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, "out", "run.json"), "utf8")).toBe("{}");
  });

  it("is refused where a file is", async () => {
    const cwd = aFolder({ "s.yaml": SMALL, out: "mine" });
    const { code, stderr } = await linksim(quick, { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is a file of that name"),
    });
  });

  it("fails with the system's reason below a file", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stderr } = await linksim([...quick.slice(0, -1), "s.yaml/out"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("a part of its path is a file");
  });

  it("fails with the system's reason where writing is not permitted", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    chmodSync(cwd, 0o555);
    const isRoot = process.getuid?.() === 0;
    const { code, stderr } = await linksim(quick, { cwd, ...(isRoot ? { uid: NOBODY } : {}) });
    chmodSync(cwd, 0o755);
    expect(stderr).toContain("permission denied");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it("is not there at all when a file could not be written to its end", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stderr } = await linksim([...quick.slice(0, -1), "deep/out"], {
      cwd,
      input: "limited files",
    });
    expect(stderr).toContain("could not be written: the file would be larger than allowed");
    expect(code).toBe(1);
    expect(readdirSync(join(cwd, "deep"))).toEqual(["out.cells"]);
  });

  it.each(["1", "2"])(
    "is not there after Ctrl-C, with %s worker(s), but for what was simulated",
    async (workers) => {
      const cwd = aFolder({ "s.yaml": SMALL });
      const words = ["run", "s.yaml", "--replications", "50000", "--workers", workers, "--out", "deep/out"];
      const isBusy = () => readdirSync(cwd).includes("deep");
      const { code, stdout, stderr } = await interrupted(words, cwd, isBusy);
      expect({ code, stdout, stderr }).toEqual({
        code: 130,
        stdout: "",
        stderr:
          "Interrupted. What was simulated is kept in deep/out.cells; the same command goes on from there.\n",
      });
      expect(readdirSync(join(cwd, "deep"))).toEqual(["out.cells"]);
    },
  );

  it("keeps the old results after Ctrl-C", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim(quick, { cwd });
    const before = readFileSync(join(cwd, "out", "run.json"), "utf8");
    const isBusy = () => readdirSync(cwd).some((name) => name.startsWith(".tmp-"));
    const words = ["run", "s.yaml", "--replications", "50000", "--workers", "1", "--out", "out"];
    expect((await interrupted(words, cwd, isBusy)).code).toBe(130);
    expect(readFileSync(join(cwd, "out", "run.json"), "utf8")).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(["out", "out.cells", "s.yaml"]);
  });
});
