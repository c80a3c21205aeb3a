import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const quick = ["--replications", "3", "--workers", "1"];
const TABLES = ["board", "replications", "summary", "windows", "series", "retention", "cells", "dictionary"];

function record(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("linksim run", () => {
  it("shows the verdict first, then numbers with intervals, and writes no file", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stdout, stderr } = await linksim(["run", "s.yaml", ...quick, "--full"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^small: 2 waiting lists, /);
    expect(stdout).toMatch(/Seen within 4 weeks, % +\d+(\.\d)? ±\d/);
    expect(stdout.replace(/\s+/g, " ")).toContain("chance within the model, over 3 replications with seed 1");
    expect(stdout).toContain("Add --out DIR");
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });

  it("fits one screen: at most 56 lines of 100 characters for two scenarios", async () => {
    const { stdout } = await linksim(["run", "glasgow-pilot", "glasgow-pilot-cut", ...quick, "--full"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(56);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stdout).toMatch(/glasgow-pilot +glasgow-pilot-cut$/m);
  });

  it("measures every number that the screen names", async () => {
    const { stdout } = await linksim(["run", "glasgow-pilot", ...quick, "--full"]);
    expect(stdout.split("\n").filter((line) => / -$|-;|; -/.test(line))).toEqual([]);
  });

  it("writes every table in each format, and a record that names them", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stdout } = await linksim(
      ["run", "s.yaml", ...quick, "--out", "deep/out", "--format", "csv,json"],
      { cwd },
    );
    const out = join(cwd, "deep", "out");
    expect(code).toBe(0);
    expect(stdout).toContain("the tables are in deep/out");
    expect(readdirSync(out).sort()).toEqual(
      [
        ...TABLES.flatMap((table) => [`${table}.csv`, `${table}.json`]),
        "run.json",
        "scenario.resolved.yaml",
      ].sort(),
    );
    const { seed, replications, events, scenarios } = record(out);
    expect({ seed, replications }).toEqual({ seed: "1", replications: 3 });
    expect(events).toBeGreaterThan(100);
    expect(scenarios).toMatchObject([{ name: "small", argument: "s.yaml", files: [{ path: "s.yaml" }, {}] }]);
    const rows = JSON.parse(readFileSync(join(out, "replications.json"), "utf8"));
    const lines = readFileSync(join(out, "replications.csv"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(rows.length + 1);
    expect(readdirSync(join(cwd, "deep"))).toEqual(["out"]);
  });

  it("records hashes that anybody can check", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim(["run", "s.yaml", ...quick, "--out", "out"], { cwd });
    const { files, content_hash, scenarios } = record(join(cwd, "out")) as {
      files: { name: string; sha256: string }[];
      content_hash: string;
      scenarios: { files: { path: string; sha256: string }[]; resolved_sha256: string }[];
    };
    const hashOf = (...path: string[]) => sha256(readFileSync(join(cwd, ...path)));
    const others = readdirSync(join(cwd, "out"))
      .filter((name) => name !== "run.json")
      .sort();
    expect(files).toEqual(others.map((name) => ({ name, sha256: hashOf("out", name) })));
    expect(content_hash).toBe(sha256(files.map(({ name, sha256 }) => `${name} ${sha256}\n`).join("")));
    expect(scenarios[0].files[0]).toEqual({ path: "s.yaml", sha256: hashOf("s.yaml") });
    expect(scenarios[0].resolved_sha256).toBe(hashOf("out", "scenario.resolved.yaml"));
  });

  it("gives the same bytes with 1, 2 and 3 workers, and others with another seed", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const hashes: unknown[] = [];
    for (const more of [
      ["--workers", "1"],
      ["--workers", "2"],
      ["--workers", "3"],
      ["--seed", "other"],
    ]) {
      const { code } = await linksim(["run", "s.yaml", "--replications", "7", "--out", "out", ...more], {
        cwd,
      });
      expect(code).toBe(0);
      hashes.push(record(join(cwd, "out")).content_hash);
    }
    expect(new Set(hashes.slice(0, 3)).size).toBe(1);
    expect(hashes[3]).not.toBe(hashes[0]);
  });

  it("runs the resolved scenario to the same tables", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    await linksim(["run", "s.yaml", ...quick, "--set", "contact.gap=x1.5", "--out", "first"], { cwd });
    await linksim(["run", "first/scenario.resolved.yaml", ...quick, "--out", "second"], { cwd });
    const table = (folder: string) => readFileSync(join(cwd, folder, "replications.csv"), "utf8");
    expect(table("second")).toBe(table("first"));
  });

  it("names one resolved file a scenario when there are several", async () => {
    const cwd = aFolder({ "a.yaml": SMALL, "b.yaml": SMALL.replace("small", "other one") });
    const { code } = await linksim(["run", "a.yaml", "b.yaml", ...quick, "--out", "out"], { cwd });
    expect(code).toBe(0);
    const files = readdirSync(join(cwd, "out"));
    expect(files).toContain("scenario.small.resolved.yaml");
    expect(files).toContain("scenario.other one.resolved.yaml");
  });

  it("changes what --set says, in every scenario", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const posts = async (...set: string[]) => {
      const { stdout } = await linksim(["run", "s.yaml", ...quick, "--json", ...set], { cwd });
      const { scenarios } = JSON.parse(stdout);
      return scenarios[0].metrics.find((row: { metric: string }) => row.metric === "cost.posts").mean;
    };
    expect(await posts("--set", "link_workers.fte=0.5")).toBeCloseTo((await posts()) / 2, 1);
  });

  it("gives the summary as JSON alone on stdout", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { stdout } = await linksim(["run", "s.yaml", ...quick, "--json", "--out", "out"], { cwd });
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({ seed: "1", out: "out", scenarios: [{ name: "small", replications: 3 }] });
    expect(summary.content_hash).toBe(record(join(cwd, "out")).content_hash);
    expect(summary.scenarios[0].verdicts).toHaveLength(2);
  });

  it("simulates until the precision is reached, the same number whatever the workers", async () => {
    const cwd = aFolder({ "s.yaml": `${SMALL}measures: { precision_on: [contacts.per_referral] }\n` });
    const replications = async (workers: string) => {
      const words = ["run", "s.yaml", "--precision", "0.02", "--workers", workers, "--json"];
      return JSON.parse((await linksim(words, { cwd })).stdout).scenarios[0].replications;
    };
    const alone = await replications("1");
    expect(alone).toBeGreaterThan(30);
    expect(alone).toBeLessThan(2000);
    expect(await replications("3")).toBe(alone);
  });

  it("refuses a precision on what is not measured", async () => {
    const cwd = aFolder({ "s.yaml": `${SMALL}measures: { precision_on: [caseload.men] }\n` });
    const { code, stderr } = await linksim(["run", "s.yaml", "--precision", "0.1"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean caseload.mean?");
  });

  it("finds a scenario in a folder and in the library", async () => {
    const cwd = aFolder({ "scenario.yaml": SMALL });
    expect((await linksim(["run", ".", ...quick], { cwd })).code).toBe(0);
    expect((await linksim(["run", "starter", ...quick], { cwd })).code).toBe(0);
  });

  it("finds a scenario of the library also beside a folder of its name", async () => {
    const cwd = aFolder();
    expect((await linksim(["run", "starter", ...quick, "--out", "starter"], { cwd })).code).toBe(0);
    expect((await linksim(["run", "starter", ...quick, "--out", "starter"], { cwd })).code).toBe(0);
  });

  it("writes warnings to stderr unless it is to be quiet", async () => {
    const late = "timeline: [{ id: late, date: 2030-01-01, kind: closure }]\n";
    const cwd = aFolder({ "s.yaml": SMALL + late });
    expect((await linksim(["run", "s.yaml", ...quick], { cwd })).stderr).toMatch(
      /^s\.yaml:\d+:\d+ .*warning/,
    );
    expect((await linksim(["run", "s.yaml", ...quick, "--quiet"], { cwd })).stderr).toBe("");
  });

  it("has written nothing where it was refused", async () => {
    const cwd = aFolder({ "s.yaml": `${SMALL}nonsense: 1\n` });
    const { code } = await linksim(["run", "s.yaml", "--out", "out"], { cwd });
    expect(code).toBe(2);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});
