import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";
import { cellFiles, digests, done } from "./sweeps.ts";

const target = (id: string, metric: string, low: number, high: number, role: string): string =>
  `  - { id: ${id}, metric: ${metric}, value: ${low} %, low: ${low} %, high: ${high} %, role: ${role}, source: us }\n`;
const FITTED = `targets:\n${target("T1", "reached_3.share", 30, 60, "fitted")}${target("T2", "engaged.share", 50, 85, "fitted")}`;
const over = [
  "--over",
  "waiting_list.uptake,drop_off.base,structure.decliners,mechanisms.confidence",
  "--points",
  "10",
  "--replications",
  "2",
];
const words = ["calibrate", "small.yaml", ...over, "--waves", "1", "--members", "3", "--quiet"];

describe("linksim calibrate", () => {
  it("draws an ensemble, says on a few lines what it learnt, and has it verified and made again", async () => {
    const cwd = aFolder({ "small.yaml": SMALL, "targets.yaml": FITTED });
    const read = (file: string) => readFileSync(join(cwd, file), "utf8");
    const { code, stdout, stderr } = await linksim([...words, "--workers", "2", "--out", "out"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^small: 2 fitted targets, 4 parameters, seed 1\. 3 members of \d+ candidates/);
    expect(stdout).toMatch(/Space left by wave: \d+ % \(\d+ of 10 points met all\)/);
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(15);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const { data, meta } = Papa.parse<Record<string, string>>(read("out/members.csv").trim(), {
      header: true,
    });
    expect(meta.fields).toEqual([
      "member",
      "weight",
      "waiting_list.uptake",
      "drop_off.base",
      "structure.decliners",
      "mechanisms.confidence",
    ]);
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /each reading of structure\.decliners: at_referral \d, when_reached \d\..* mechanisms\.confidence: on \d, off \d\./,
    );
    expect(data.map(({ member }) => member)).toEqual(["1", "2", "3"]);
    // What a member sets can be laid over the scenario as it stands, a negative number too.
    const sets = ["waiting_list.uptake", "drop_off.base"].flatMap((path) => [
      "--set",
      `${path}=${data[0][path]}`,
    ]);
    expect(Number(data[0]["drop_off.base"])).toBeLessThan(-1.5);
    expect(await linksim(["check", "small.yaml", ...sets], { cwd })).toMatchObject({ code: 0 });
    const about = read("out/ensemble.yaml");
    expect(about).toContain("members: 3\n");
    expect(about).toContain("held_out_sha256: null\n");
    expect(await linksim(["verify", "out", "--sample", "2", "--quiet"], { cwd })).toMatchObject({ code: 0 });
    expect(await linksim(["rerun", "out", "--workers", "1", "--quiet"], { cwd })).toMatchObject({ code: 0 });

    // Held-out rows steer nothing: their digest alone is told.
    const more = `${FITTED}${target("H1", "finished.share", 1, 99, "held_out")}`;
    const second = aFolder({ "small.yaml": SMALL, "targets.yaml": more });
    await linksim([...words, "--workers", "1", "--store", "kept", "--out", "out"], { cwd: second });
    for (const table of ["members", "waves", "emulators", "points", "targets", "learnt"])
      expect(readFileSync(join(second, `out/${table}.csv`), "utf8"), table).toBe(read(`out/${table}.csv`));
    const heldOut = readFileSync(join(second, "out/ensemble.yaml"), "utf8");
    expect(heldOut.replace(/held_out_sha256: [0-9a-f]{64}/, "held_out_sha256: null")).toBe(about);
    // And the store has it all: nothing is simulated again.
    expect(await linksim([...words, "--store", "kept", "--json"], { cwd: second })).toMatchObject({
      code: 0,
    });
  });

  it("gives in parts, stage after stage, the bytes of one machine", async () => {
    // Bands so narrow that it takes two waves, and more than one go of candidates.
    const narrow = `targets:\n${target("T1", "reached_3.share", 40, 46, "fitted")}${target("T2", "engaged.share", 60, 66, "fitted")}`;
    const cwd = aFolder({ "small.yaml": SMALL, "targets.yaml": narrow });
    const asked = ["calibrate", "small.yaml", ...over, "--waves", "2", "--members", "5", "--quiet"];
    const part = async (shard: string): Promise<string> => {
      const { code, stdout, stderr } = await linksim([...asked, "--store", "kept", "--shard", shard], {
        cwd,
      });
      expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: "" });
      return stderr;
    };
    expect(await part("1/2")).toBe(
      "Part 1 of 2 of wave 1 of at most 2 is done: 5 cells are kept in kept, and 5 cells are still to come " +
        "from other parts. When all have ended, give all 2 parts again, for what follows from it.\n",
    );
    expect(await part("1/2")).toContain(
      "Part 1 of 2 of wave 1 of at most 2 was kept already in kept, and 5 cells are still to come from " +
        "other parts: it was given too early.",
    );
    expect(await part("2/2")).toContain(
      "5 cells are kept in kept, and that stage is whole: give all 2 parts again",
    );
    const told: string[] = [];
    while (!told.at(-1)?.startsWith("Every stage is kept") && told.length < 20)
      told.push(await part("1/2"), await part("2/2"));
    expect(told.join("")).toContain("Part 1 of 2 of wave 2 of at most 2 is done: 5 cells");
    expect(told.join("")).toContain("Part 2 of 2 of points 21 to 28 (candidates to be members) is done");
    expect(told.at(-1)).toContain("linksim merge kept --out DIR");
    const cells = cellFiles(join(cwd, "kept"));
    await done(["merge", "kept", "--out", "merged", "--quiet"], cwd);
    await done([...asked, "--store", "kept", "--out", "from-the-store"], cwd);
    expect(cellFiles(join(cwd, "kept"))).toEqual(cells);
    await done([...asked, "--out", "plain"], cwd);
    expect(digests(join(cwd, "merged"))).toEqual(digests(join(cwd, "plain")));
    expect(digests(join(cwd, "from-the-store"))).toEqual(digests(join(cwd, "plain")));
  });

  it("refuses what it cannot calibrate, in a line each, and says beforehand what it would take", async () => {
    const cwd = aFolder({
      "small.yaml": SMALL,
      "targets.yaml": FITTED,
      "held.yaml": `targets:\n${target("H1", "engaged.share", 1, 99, "held_out")}`,
      "year.yaml": FITTED.replace("role: fitted", "window: year 1, role: fitted"),
    });
    const refused = async (...asked: string[]): Promise<string> => {
      const { code, stderr } = await linksim(["calibrate", "small.yaml", ...asked], { cwd });
      expect([code, stderr.split("\n").length]).toEqual([2, expect.any(Number)]);
      return stderr;
    };
    expect(await refused("--over", "waiting_list.uptak")).toContain("waiting_list.uptake");
    expect(await refused("--targets", "held.yaml")).toContain("it has no fitted target");
    expect(await refused("--targets", "year.yaml")).toMatch(/^year\.yaml:2:\d+ targets\[T1\]\.window/);
    expect(await refused("--shard", "1/2")).toContain("Name it with --store DIR");
    expect(await refused("--test", "2", "--shard", "1/2", "--store", "kept")).toContain("--test tries");
    expect(await refused("--over", "reliance.share,referral.rate")).toMatch(/reliance/);
    const { stdout } = await linksim(
      [...words.filter((word) => word !== "--waves"), "--dry-run"].filter((word) => word !== "1"),
      { cwd },
    );
    expect(stdout).toMatch(/At most 3 waves of 10 points with 2 replications each \(60\)/);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});
