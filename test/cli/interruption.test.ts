import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { decodeCell } from "../../cli/store/cell.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim, linksimProcess } from "./linksim.ts";
import { cellFiles, digests, done, EIGHT_POINTS, stopped, undisturbed } from "./sweeps.ts";

const NOBODY = 65_534;
const asSomebody = process.getuid?.() === 0 ? { uid: NOBODY } : {};
const POINTS_16 = [
  ...[
    "sweep",
    "s.yaml",
    "--vary",
    "link_workers.fte=0.25:1:0.25",
    "--vary",
    "link_workers.caseload_cap=10:40:10",
  ],
  ...["--replications", "4", "--quiet", "--out", "out"],
];
const SWEEP_16 = [...POINTS_16, "--workers", "2"];
const RUN_12 = ["run", "s.yaml", "--replications", "12", "--out", "out", "--quiet"];

/** Says when each cell was written; throws if one is damaged. */
function wholeCells(store: string): ReadonlyMap<string, number> {
  return new Map(
    cellFiles(store).map((file) => {
      const [key] = (file.split("/").at(-1) as string).split(".");
      if (decodeCell(key, readFileSync(file)) === undefined) throw new Error(`${file} is damaged`);
      return [file, statSync(file).mtimeMs];
    }),
  );
}

/** Mounts a file system of some kilobytes on a folder, which takes root on Linux; says whether it could. */
function mountTiny(folder: string, kilobytes: number): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder], { stdio: "ignore" }));
  return true;
}

describe("work that is interrupted", () => {
  it("goes on after each of six kills with what was kept, and ends with the bytes of a sweep that nobody disturbed", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const store = join(cwd, "out.cells");
    const moments = [
      ["started", 1],
      ["half written", 1],
      ["kept", 3],
      ["written beside", 2],
      ["half written", 4],
      ["kept", 1],
    ] as const;
    for (const [moment, n] of moments) {
      const before = wholeCells(store);
      const { signal } = await stopped(SWEEP_16, cwd, { signal: "SIGKILL", moment, n });
      expect(signal).toBe("SIGKILL");
      const after = wholeCells(store);
      for (const [file, written] of before)
        expect(after.get(file), "kept, and not simulated again").toBe(written);
    }
    expect(wholeCells(store).size).toBeLessThan(16);
    await done(SWEEP_16, cwd);
    const disturbed = digests(join(cwd, "out"));
    rmSync(store, { recursive: true });
    await done([...POINTS_16, "--workers", "1"], cwd);
    expect(digests(join(cwd, "out"))).toEqual(disturbed);
  });

  it("ends a sweep on Ctrl-C with exit code 130, says where the work is kept, and goes on from there", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const store = join(cwd, "out.cells");
    expect(await stopped(POINTS_16, cwd, { signal: "SIGINT", moment: "kept", n: 3 })).toEqual({
      code: 130,
      signal: null,
      stderr: "Interrupted. What was simulated is kept in out.cells; the same command goes on from there.\n",
      stdout: "",
    });
    expect(existsSync(join(cwd, "out"))).toBe(false);
    const kept = wholeCells(store);
    expect(kept.size).toBeGreaterThan(2);
    await done(POINTS_16, cwd);
    const after = wholeCells(store);
    for (const [file, written] of kept) expect(after.get(file)).toBe(written);
  });

  it("resumes a run too, and keeps nothing beside its results once they are whole", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await done(RUN_12, cwd);
    const whole = digests(join(cwd, "out"));
    rmSync(join(cwd, "out"), { recursive: true });
    const store = join(cwd, "out.cells");
    expect(existsSync(store)).toBe(false);
    expect((await stopped(RUN_12, cwd, { signal: "SIGKILL", moment: "kept", n: 3 })).signal).toBe("SIGKILL");
    expect(wholeCells(store).size).toBeGreaterThan(2);
    await done(RUN_12, cwd);
    expect(digests(join(cwd, "out"))).toEqual(whole);
    expect(existsSync(store)).toBe(false);
  });

  it("leaves the cells of a sweep alone that a run of the same name finds beside its results", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await done([...EIGHT_POINTS, "--out", "out"], cwd);
    const before = cellFiles(join(cwd, "out.cells"));
    await done(RUN_12, cwd);
    expect(cellFiles(join(cwd, "out.cells"))).toEqual(expect.arrayContaining(before));
  });

  it("may be done by two processes on one store at the same time: both give the same bytes", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const words = [...EIGHT_POINTS, "--store", "kept", "--workers", "1"];
    await Promise.all(["a", "b"].map((out) => done([...words, "--out", out], cwd, linksimProcess)));
    for (const out of ["a", "b"]) expect(digests(join(cwd, out))).toEqual(await undisturbed());
    wholeCells(join(cwd, "kept"));
  });
});

describe("work that cannot be kept", () => {
  it("ends at a full disk in one clear line, and goes on when there is room (skipped: no mount for a tiny disk)", async ({
    skip,
  }) => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const disk = join(cwd, "disk");
    mkdirSync(disk);
    if (!mountTiny(disk, 160)) skip("skipped: no mount for a tiny disk");
    const words = [...EIGHT_POINTS, "--out", "out", "--store", "disk/kept"];
    const { code, stderr } = await linksim(words, { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        "The store disk/kept could not be written: the disk is full. What was kept before is whole; mend this and give the same command again to go on from there.\n",
    });
    const kept = wholeCells(join(disk, "kept"));
    execFileSync("mount", ["-o", "remount,size=4000k", disk]);
    await done(words, cwd);
    expect(digests(join(cwd, "out"))).toEqual(await undisturbed());
    for (const [file, written] of wholeCells(join(disk, "kept")))
      if (kept.has(file)) expect(kept.get(file)).toBe(written);
  });

  it("ends at a disk that has no room for the tables, and simulates nothing again when there is (skipped: no mount for a tiny disk)", async ({
    skip,
  }) => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const disk = join(cwd, "disk");
    mkdirSync(disk);
    if (!mountTiny(disk, 60)) skip("skipped: no mount for a tiny disk");
    const words = [...EIGHT_POINTS, "--out", "disk/out", "--store", "kept"];
    const { code, stderr } = await linksim(words, { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^disk\/out\/\S+ could not be written: the disk is full\. No results folder was left behind\.\n$/,
    );
    expect(readdirSync(disk)).toEqual([]);
    const kept = wholeCells(join(cwd, "kept"));
    execFileSync("mount", ["-o", "remount,size=4000k", disk]);
    await done(words, cwd);
    expect(digests(join(disk, "out"))).toEqual(await undisturbed());
    expect(wholeCells(join(cwd, "kept"))).toEqual(kept);
  });

  it("ends in one line where a file would be larger than the user may write", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stderr } = await linksim([...EIGHT_POINTS, "--out", "out"], {
      cwd,
      input: "limited files",
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The store out\.cells could not be written: the file would be larger than allowed\..*\n$/,
    );
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });

  it.each([
    [
      "its store",
      "out.cells/unfinished",
      /^The store out\.cells could not be written: permission denied\..*\n$/,
    ],
    [
      "the folder above",
      ".",
      /^out(?:\/\S+)? could not be written: permission denied\. No results folder.*\n$/,
    ],
  ])(
    "ends in one line where %s is made read-only in the middle, and goes on when it is not any more",
    async (_, place, line) => {
      const cwd = aFolder({ "s.yaml": SMALL });
      if (asSomebody.uid !== undefined) chownSync(cwd, NOBODY, NOBODY);
      const words = [...EIGHT_POINTS, "--out", "out"];
      const locked = await stopped(words, cwd, {
        signal: "SIGKILL",
        moment: "kept",
        n: 3,
        ...asSomebody,
        locks: place,
      });
      chmodSync(join(cwd, place), 0o755);
      expect(locked.stderr).toMatch(line);
      expect(locked.code).toBe(1);
      await done(words, cwd);
      expect(digests(join(cwd, "out"))).toEqual(await undisturbed());
    },
  );

  it("ends in one line in a folder that is read-only", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    chmodSync(cwd, 0o555);
    const { code, stderr } = await linksim([...EIGHT_POINTS, "--out", "out"], { cwd, ...asSomebody });
    chmodSync(cwd, 0o755);
    expect(stderr).toMatch(/^The store out\.cells could not be written: permission denied\..*\n$/);
    expect(code).toBe(1);
  });
});
