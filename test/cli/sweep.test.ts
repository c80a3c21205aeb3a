import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { duckdb } from "../support/duckdb.ts";
import { linksim } from "./linksim.ts";
import { cellFiles, digests, done, EIGHT_POINTS, undisturbed } from "./sweeps.ts";

const aWork = (more: Readonly<Record<string, string>> = {}): string => aFolder({ "s.yaml": SMALL, ...more });

describe("linksim sweep", () => {
  it("writes the same bytes with 2 and 3 threads as with one", async () => {
    const cwd = aWork();
    for (const workers of ["2", "3"]) {
      await done([...EIGHT_POINTS, "--out", workers, "--workers", workers], cwd);
      expect(digests(join(cwd, workers))).toEqual(await undisturbed());
    }
  });

  it("simulates a damaged cell again and says so", async () => {
    const cwd = aWork();
    const words = [...EIGHT_POINTS.filter((word) => word !== "--quiet"), "--out", "out"];
    await done(words, cwd);
    const [file] = cellFiles(join(cwd, "out.cells"));
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    const { stderr } = await done(words, cwd);
    expect(stderr).toContain("out.cells: 1 cell was damaged, as the digest showed; simulated again.");
    expect(digests(join(cwd, "out"))).toEqual(await undisturbed());
  });

  it("writes Parquet in which DuckDB reads the columns and rows of the CSV", async () => {
    const cwd = aWork();
    await done([...EIGHT_POINTS, "--out", "out", "--format", "csv,parquet"], cwd);
    for (const name of ["sweep", "design", "cells"]) {
      const file = join(cwd, "out", name);
      const parquet = await duckdb(`from '${file}.parquet'`);
      expect(parquet.length, name).toBeGreaterThan(0);
      // DuckDB reads the CSV with the types of the Parquet, so that both sides are its own.
      const types = await duckdb(`describe from '${file}.parquet'`);
      const columns = types.map(({ column_name, column_type }) => `'${column_name}': '${column_type}'`);
      const csv = await duckdb(
        `from read_csv('${file}.csv', header = true, columns = {${columns.join(", ")}})`,
      );
      const header = readFileSync(`${file}.csv`, "utf8").split("\n")[0];
      expect(types.map(({ column_name }) => column_name).join(","), name).toBe(header);
      const blank = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === "" ? null : value]));
      expect(parquet.map(blank), name).toEqual(csv.map(blank));
    }
  });

  it("says in which line of a sweep file something is wrong", async () => {
    const cwd = aWork({
      "sweep.yaml": "scenario: s.yaml\nvary:\n  link_workers.ftee: 0.5:1:0.25\ndesign: sobool\npoints: 0\n",
    });
    const { code, stderr } = await linksim(["sweep", "sweep.yaml", "--out", "out"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("sweep.yaml:3");
    expect(stderr).toContain("Did you mean fte?");
    expect(stderr).toContain("sweep.yaml:4");
    expect(stderr).toContain("Did you mean sobol?");
    expect(stderr).toContain("sweep.yaml:5");
    expect(readdirSync(cwd).sort()).toEqual(["s.yaml", "sweep.yaml"]);
  });

  it("takes from a sweep file what options would say", async () => {
    const cwd = aWork({
      "sweep.yaml":
        "scenario: s.yaml\nvary:\n  link_workers.fte: 0.25:1:0.25\n  funding.reserves: [0 weeks, 26 weeks]\nreplications: 2\n",
    });
    await done(["sweep", "sweep.yaml", "--set", "horizon=12 weeks", "--out", "out", "--quiet"], cwd);
    expect(digests(join(cwd, "out"))).toEqual(await undisturbed());
  });

  it("refuses a folder of somebody else as its store, and leaves it alone", async () => {
    const cwd = aWork();
    mkdirSync(join(cwd, "thesis"));
    writeFileSync(join(cwd, "thesis", "thesis.txt"), "years of work");
    const { code, stderr } = await linksim([...EIGHT_POINTS, "--out", "out", "--store", "thesis"], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is not a store of linksim"),
    });
    expect(readdirSync(join(cwd, "thesis"))).toEqual(["thesis.txt"]);
    expect(readdirSync(cwd).sort()).toEqual(["s.yaml", "thesis"]);
  });

  it("tells with --dry-run what it would take, by a rate that it measures, and writes nothing", async () => {
    const cwd = aWork();
    const { stdout } = await done([...EIGHT_POINTS, "--out", "out", "--dry-run", "--workers", "2"], cwd);
    expect(stdout.replaceAll("\n", " ")).toMatch(
      /0 of 16 replications are kept in out\.cells\. The other 16 will take about \d+ s on 2 threads, by \d replications measured just now \(\d\.\d\d s each\)/,
    );
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });
});
