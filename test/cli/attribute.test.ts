import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const OTHER = `${SMALL.replace("name: small", "name: worse").replace("fte: 1", "fte: 0.4")}referral: { rate: 60 per 1000 a year }\n`;
const quick = ["--replications", "4", "--workers", "2", "--quiet"];

describe("linksim attribute", () => {
  it("says why two scenarios differ, writes its tables, and has them verified, made again, merged and drawn", async () => {
    const cwd = aFolder({ "a.yaml": SMALL, "b.yaml": OTHER });
    const words = ["attribute", "a.yaml", "b.yaml", ...quick];
    const { code, stdout, stderr } = await linksim([...words, "--out", "out", "--report"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^worse against small: \d+ ±\d+ (fewer|more) people reach three contacts; of that posts -\d+ and need \+\d+\./,
    );
    expect(stdout).toMatch(/posts: link_workers\.fte \(1 → 0\.4\)/);
    expect(stdout).toMatch(/People who reach three contacts, because +no longer +now +net/);
    expect(stdout).toContain("4 worlds under common random numbers (seed 1), 4 replications of each.");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    const record = (folder: string) => JSON.parse(readFileSync(join(cwd, folder, "run.json"), "utf8"));
    expect(record("out")).toMatchObject({ kind: "attribute", order: { kind: "attribute", by: [] } });
    expect(readdirSync(join(cwd, "out"))).toEqual(
      expect.arrayContaining(["attribution.csv", "attributed_people.csv", "scenario.worse.resolved.yaml"]),
    );
    expect(existsSync(join(cwd, "out.html"))).toBe(true);

    expect(await linksim(["verify", "out", "--sample", "all"], { cwd })).toMatchObject({ code: 0 });
    expect(await linksim(["rerun", "out", "--workers", "1"], { cwd })).toMatchObject({ code: 0 });
    expect(await linksim(["chart", "out", "waterfall", "-o", "w.svg"], { cwd })).toMatchObject({ code: 0 });
    for (const shard of ["1/2", "2/2"])
      expect(await linksim([...words, "--shard", shard, "--store", "kept"], { cwd })).toMatchObject({
        code: 0,
      });
    expect(await linksim(["merge", "kept", "--out", "merged"], { cwd })).toMatchObject({ code: 0 });
    expect(record("merged").content_hash).toBe(record("out").content_hash);
  });

  it("says the same to machines, and refuses what cannot be attributed in a line", async () => {
    const cwd = aFolder({
      "a.yaml": SMALL,
      "b.yaml": OTHER,
      "c.yaml": SMALL.replace("name: small", "name: twin"),
    });
    const { stdout } = await linksim(
      ["attribute", "a.yaml", "b.yaml", "--by", "all of it=link_workers,referral", ...quick, "--json"],
      { cwd },
    );
    const { changes, attribution, people } = JSON.parse(stdout);
    expect(changes).toMatchObject([{ name: "all of it", parts: [{ path: "referral.rate" }, {}] }]);
    const reached = attribution.find(
      (row: { metric: string; group_by: string }) =>
        row.metric === "people.reached_3" && row.group_by === "all",
    );
    expect(reached.shares[0].share).toBe(reached.difference);
    expect(people.map((row: { because: string }) => row.because)).toContain("all of it alone");
    const same = await linksim(["attribute", "a.yaml", "c.yaml", ...quick], { cwd });
    expect(same).toMatchObject({ code: 2, stdout: "" });
    expect(same.stderr.split("\n")).toHaveLength(3);
    expect(same.stderr).toContain("twin: found nothing in which its world differs from small");
  });
});
