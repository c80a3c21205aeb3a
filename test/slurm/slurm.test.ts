import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasSlurm, startSlurm, until } from "../../bench/loopback-slurm.ts";
import { cellFiles, digests, done, EIGHT_POINTS, undisturbed } from "../cli/sweeps.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";

const mustRun = process.env.LINKSIM_REQUIRE_ALL === "1";

describe("linksim sweep --slurm", () => {
  it("writes scripts that say what they ask for, and simulates nothing", async () => {
    const cwd = aFolder({ "it's.yaml": SMALL });
    const words = EIGHT_POINTS.map((word) => (word === "s.yaml" ? "it's.yaml" : word));
    const { stdout } = await done([...words, "--slurm", "jobs", "--tasks", "3"], cwd);
    expect(stdout).toMatch(
      /^Written to jobs: array\.sbatch \(3 tasks of at most 5 min and \d+ MB\), merge\.sbatch, submit\.sh\.\n/,
    );
    expect(readdirSync(join(cwd, "jobs")).sort()).toEqual(["array.sbatch", "merge.sbatch", "submit.sh"]);
    const array = readFileSync(join(cwd, "jobs", "array.sbatch"), "utf8");
    expect(array).toContain("\n#SBATCH --array=0-2\n");
    expect(array).toContain(` 'it'\\''s.yaml' `);
    expect(array).toContain('--shard "$((SLURM_ARRAY_TASK_ID + 1))/3"');
    for (const script of ["array.sbatch", "merge.sbatch", "submit.sh"])
      execFileSync("sh", ["-n", join(cwd, "jobs", script)]);
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
