import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasSlurm, startSlurm, until } from "../../bench/loopback-slurm.ts";
import { linksim } from "../cli/linksim.ts";
import { cellFiles, digests, done, EIGHT_POINTS, undisturbed } from "../cli/sweeps.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";

const mustRun = process.env.LINKSIM_REQUIRE_ALL === "1";

/** Runs a script with a program in the place of linksim that tells the words it was given. */
function wordsGivenBy(script: string): readonly string[] {
  execFileSync("bash", ["-n", script]);
  const text = readFileSync(script, "utf8");
  const program = /^exec (\S+ \S+main\.js)/m.exec(text)?.[1] ?? "";
  const tell = `${process.execPath} -e 'console.log(JSON.stringify(process.argv.slice(1)))' --`;
  const env = { ...process.env, SLURM_ARRAY_TASK_ID: "1" };
  return JSON.parse(execFileSync("sh", ["-c", text.replace(program, tell)], { env, encoding: "utf8" }));
}

describe("linksim sweep, sensitivity and calibrate --slurm", () => {
  it("writes scripts that say what they ask for, and simulates nothing", async () => {
    const cwd = aFolder({ "it's.yaml": SMALL });
    const words = EIGHT_POINTS.map((word) => (word === "s.yaml" ? "it's.yaml" : word));
    const { stdout } = await done([...words, "--slurm", "jobs", "--tasks", "3"], cwd);
    expect(stdout).toMatch(
      /^Written to jobs: array\.sbatch \(3 tasks of at most 5 min and \d+ MB\), merge\.sbatch, submit\.sh\.\n/,
    );
    expect(readdirSync(join(cwd, "jobs")).sort()).toEqual(["array.sbatch", "merge.sbatch", "submit.sh"]);
    const array = readFileSync(join(cwd, "jobs", "array.sbatch"), "utf8");
    expect(array).toContain('\n#SBATCH --array="0-2"\n');
    expect(array).toContain(` 'it'\\''s.yaml' `);
    expect(array).toContain('--shard="$((SLURM_ARRAY_TASK_ID + 1))/3"');
    for (const script of ["array.sbatch", "merge.sbatch", "submit.sh"])
      execFileSync("sh", ["-n", join(cwd, "jobs", script)]);
  });

  it("hands every word over as it was given, one that looks like an option too", async () => {
    const cwd = aFolder({ "a $(touch pwned) b.yaml": SMALL });
    const words = EIGHT_POINTS.map((word) => (word === "s.yaml" ? "a $(touch pwned) b.yaml" : word));
    await done(
      [...words, "--seed=--help", "--slurm", "it's `jobs`", "--set", "link_workers.caseload_cap=25 people"],
      cwd,
    );
    const jobs = join(cwd, "it's `jobs`");
    const [array, merge] = ["array", "merge"].map((job) => wordsGivenBy(join(jobs, `${job}.sbatch`)));
    expect(array.slice(0, 2)).toEqual(["sweep", "a $(touch pwned) b.yaml"]);
    expect(array).toContain("--seed=--help");
    expect(array).toContain("--set=link_workers.caseload_cap=25 people");
    expect(array).toContain(`--store=${join(jobs, "cells")}`);
    expect(array.at(-1)).toMatch(/^--shard=2\/[0-9]+$/);
    expect(merge.slice(0, 3)).toEqual(["merge", join(jobs, "cells"), `--out=${join(jobs, "results")}`]);
    const bin = aFolder({ sbatch: '#!/bin/sh\nfor word in "$@"; do echo "[$word]" >&2; done\necho 7\n' });
    chmodSync(join(bin, "sbatch"), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const { stdout, stderr } = spawnSync("sh", [join(jobs, "submit.sh")], { env, cwd, encoding: "utf8" });
    expect(stdout).toBe("array 7, merge 7\n");
    expect(stderr.split("\n").slice(0, 2)).toEqual(["[--parsable]", `[${join(jobs, "array.sbatch")}]`]);
    expect(existsSync(join(cwd, "pwned"))).toBe(false);
  });

  it("asks for a sensitivity analysis in two stages, whose tasks give the bytes of the plain one", async () => {
    const cwd = aFolder({ "s.yaml": SMALL.replace("40 weeks", "8 weeks") });
    const words = ["sensitivity", "s.yaml", "--over=drop_off.base,referral.rate", "--budget=320"];
    const more = ["--metrics=people.referred", "--set=link_workers.caseload_cap=25 people"];
    const { stdout } = await done([...words, ...more, "--slurm", "jobs", "--tasks", "2"], cwd);
    expect(stdout).toMatch(
      /^Written to jobs: array\.sbatch \(2 tasks of .* MB, for each of 2 stages\), merge/,
    );
    const jobs = join(cwd, "jobs");
    const [array, merge] = ["array", "merge"].map((job) => wordsGivenBy(join(jobs, `${job}.sbatch`)));
    expect(array.slice(0, 2)).toEqual(["sensitivity", "s.yaml"]);
    expect(array.at(-1)).toBe("--shard=2/2");
    // As the array does it, task after task, and again for the second stage; one task of it is lost.
    const onAnyThreads = (words: readonly string[]) => words.filter((word) => word !== "--workers=1");
    for (const shard of ["1/2", "2/2", "2/2"])
      await done([...onAnyThreads(array).slice(0, -1), `--shard=${shard}`], cwd);
    await done(onAnyThreads(merge), cwd);
    await done([...words, ...more, "--out", "plain"], cwd);
    expect(digests(join(jobs, "results"))).toEqual(digests(join(cwd, "plain")));
    const bin = aFolder({ sbatch: '#!/bin/sh\nfor word in "$@"; do echo "[$word]" >&2; done\necho 7\n' });
    chmodSync(join(bin, "sbatch"), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const submitted = spawnSync("sh", [join(jobs, "submit.sh")], { env, cwd, encoding: "utf8" });
    expect(submitted.stdout).toBe("array 7 7, merge 7\n");
    expect(submitted.stderr.split("\n").slice(0, 5)).toEqual([
      ...["[--parsable]", `[${join(jobs, "array.sbatch")}]`],
      ...["[--parsable]", "[--dependency=afterany:7]", `[${join(jobs, "array.sbatch")}]`],
    ]);
  });

  it("asks for a calibration once for every stage, whose tasks give the bytes of the plain one", async () => {
    const targets =
      "targets:\n  - { id: T1, metric: reached_3.share, value: 40 %, low: 30 %, high: 60 %, role: fitted, source: us }\n";
    const cwd = aFolder({ "s.yaml": SMALL, "targets.yaml": targets });
    const words = ["calibrate", "s.yaml", "--over=waiting_list.uptake,drop_off.base", "--points=10"];
    const more = [
      "--waves=1",
      "--replications=2",
      "--members=3",
      "--set=link_workers.caseload_cap=25 people",
    ];
    const { stdout } = await done([...words, ...more, "--slurm", "jobs", "--tasks", "2"], cwd);
    expect(stdout).toMatch(
      /^Written to jobs: array\.sbatch \(2 tasks of .* MB, for each of 3 stages\), merge/,
    );
    const jobs = join(cwd, "jobs");
    const [array, merge] = ["array", "merge"].map((job) => wordsGivenBy(join(jobs, `${job}.sbatch`)));
    const onAnyThreads = (words: readonly string[]) => words.filter((word) => word !== "--workers=1");
    for (const shard of ["1/2", "2/2", "1/2", "2/2"])
      await done([...onAnyThreads(array).slice(0, -1), `--shard=${shard}`], cwd);
    await done(onAnyThreads(merge), cwd);
    await done([...words, ...more, "--out", "plain"], cwd);
    expect(digests(join(jobs, "results"))).toEqual(digests(join(cwd, "plain")));
    const bin = aFolder({ sbatch: "#!/bin/sh\necho 7\n" });
    chmodSync(join(bin, "sbatch"), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
    const submitted = spawnSync("sh", [join(jobs, "submit.sh")], { env, cwd, encoding: "utf8" });
    expect(submitted.stdout).toBe("array 7 7 7, merge 7\n");
  });

  it.each([
    ["--slurm", "jobs\ntouch pwned\n#", "a line feed"],
    ["--slurm", 'jobs"x', '"'],
    ["--slurm", "jobs%j", "%"],
    ["--store", "cells\u001b[2J", "\\u001b"],
    ["--out", "out\u202e", "\\u202e"],
  ])("refuses %s %j before it writes", async (option, name, found) => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const jobs = option === "--slurm" ? [] : ["--slurm", "jobs"];
    const { code, stderr } = await linksim([...EIGHT_POINTS, ...jobs, `${option}=${name}`], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`found ${found} in "`);
    expect(stderr).toMatch(new RegExp(`^${option}: `));
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });

  it.skipIf(!hasSlurm() && !mustRun)(
    "gives as a job array, with a lost task and a repeated one, the bytes of the plain sweep (skipped: no Slurm)",
    async () => {
      const cwd = aFolder({ "s.yaml": SMALL });
      await done([...EIGHT_POINTS, "--slurm", "jobs", "--tasks", "4"], cwd);
      const jobs = join(cwd, "jobs");
      // The third task is lost: it ends at once, as on a machine that breaks down.
      const array = join(jobs, "array.sbatch");
      const script = readFileSync(array, "utf8");
      writeFileSync(array, script.replace("\nexec ", '\n[ "$SLURM_ARRAY_TASK_ID" = 2 ] && exit 1\nexec '));
      const { env, stop } = await startSlurm();
      onTestFinished(stop);
      // The first task is there twice, at the same time.
      execFileSync("sbatch", ["--array=0", array], { env });
      expect(execFileSync("sh", [join(jobs, "submit.sh")], { env, encoding: "utf8" })).toMatch(
        /^array \d+, merge \d+\n$/,
      );
      const queue = (): string => execFileSync("squeue", ["--noheader"], { env, encoding: "utf8" });
      await until("the jobs have ended", () => queue().trim() === "");
      const logs = readdirSync(jobs).filter((name) => name.endsWith(".log"));
      const said = logs.map((name) => readFileSync(join(jobs, name), "utf8")).join("");
      expect(said).toContain("Part 1 of 4 is done: 2 cells are kept");
      expect(said).not.toContain("Part 3 of 4 is done");
      expect(digests(join(jobs, "results"))).toEqual(await undisturbed());
      expect(cellFiles(join(jobs, "cells"))).toHaveLength(8);
    },
  );
});
