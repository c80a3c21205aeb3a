import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { aFolder, aSharedFolder } from "../support/a-folder.ts";
import { anEnsemble } from "../support/an-ensemble.ts";
import { linksimHere } from "../support/linksim-here.ts";

const TINY = `name: tiny
horizon: 6 weeks
practices:
  - { id: elm, list_size: 4000 people }
link_workers: { fte: 0.4 }
`;
const SWEEP = ["sweep", "tiny.yaml", "--vary", "link_workers.fte=0.2,0.4"];
const HOW = ["--replications", "2", "--workers", "1"];
const OFTEN = ["--member-replications", "2"];

const shared = aSharedFolder();
const ensemble = anEnsemble(shared, 100);
const file = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

beforeAll(async () => {
  writeFileSync(join(shared, "tiny.yaml"), TINY);
  await linksimHere([...SWEEP, ...HOW, "--out", "plain"], shared);
  await linksimHere([...SWEEP, ...HOW, ...OFTEN, "--ensemble", ensemble, "--out", "out"], shared);
});

describe("sweep --ensemble", () => {
  it("leaves every cell of a sweep as it is, and adds columns", () => {
    const [header, ...rows] = file(shared, "out/sweep.csv").trim().split("\n");
    const [before] = file(shared, "plain/sweep.csv").split("\n");
    expect(header).toBe(`${before},range_low,range_high,predict_low,predict_high`);
    const count = before.split(",").length;
    const cut = [header, ...rows].map((line) => line.split(",").slice(0, count).join(","));
    expect(cut).toEqual(file(shared, "plain/sweep.csv").trim().split("\n"));
    for (const table of ["points", "sweep_replications", "cells", "design"])
      expect(file(shared, `out/${table}.csv`)).toBe(file(shared, `plain/${table}.csv`));
  });

  it("has at each point the range of a run of that point under the same members", async () => {
    const run = ["run", "tiny.yaml", "--set", "link_workers.fte=0.4", ...HOW, ...OFTEN];
    await linksimHere([...run, "--ensemble", ensemble, "--out", "one"], shared);
    const ends = (table: string, isRow: (line: string) => boolean): string[] => {
      const [header, ...rows] = file(shared, table).trim().split("\n");
      const cells = rows.find(isRow)?.split(",") ?? [];
      return ["range_low", "range_high", "predict_low", "predict_high"].map(
        (name) => cells[header.split(",").indexOf(name)],
      );
    };
    const atPoint = ends("out/sweep.csv", (line) => line.startsWith("2,0.4,people.referred,all,"));
    expect(atPoint).toEqual(ends("one/summary.csv", (line) => line.includes(",people.referred,all,")));
    expect(Number(atPoint[2])).toBeLessThan(Number(atPoint[3]));
  });

  it("is the same again by the folder alone", async () => {
    const verified = await linksimHere(["verify", "out", "--sample", "all", "--workers", "1"], shared);
    expect(verified).toContain("same");
    const lines = file(shared, "out/sweep.csv").split("\n");
    const row = lines.findIndex((line) => line.includes(",people.referred,all,"));
    const cells = lines[row].split(",");
    cells[lines[0].split(",").indexOf("range_low")] += "1";
    lines[row] = cells.join(",");
    writeFileSync(join(shared, "out/sweep.csv"), lines.join("\n"));
    expect(await linksimHere(["verify", "out", "--sample", "all", "--workers", "1"], shared)).toContain(
      "sweep.csv",
    );
  });

  it("comes to the same bytes in parts, and says beforehand what it takes", async () => {
    const folder = aFolder({ "tiny.yaml": TINY });
    const few = [...SWEEP, ...HOW, ...OFTEN, "--ensemble", anEnsemble(folder, 4)];
    expect(await linksimHere([...few, "--dry-run"], folder)).toContain(
      "2 points of 2 replications, and under each member of the ensemble: 0 of 20 replications are kept",
    );
    await linksimHere([...few, "--out", "whole"], folder);
    for (const part of ["1/2", "2/2"])
      await linksimHere([...few, "--shard", part, "--store", `store-${part[0]}`], folder);
    await linksimHere(["merge", "store-1", "store-2", "--out", "merged", "--workers", "1"], folder);
    await linksimHere(["rerun", "whole", "--out", "again", "--workers", "1"], folder);
    for (const table of ["sweep.csv", "points.csv"])
      for (const place of ["merged", "again"])
        expect(file(folder, `${place}/${table}`)).toBe(file(folder, `whole/${table}`));
  });

  it("varies nothing under a member that the sweep varies itself", async () => {
    const folder = aFolder({
      "tiny.yaml": TINY,
      "ensemble.yaml": "title: x\n",
      "members.csv": "member,weight,contact.first\n1,1,30 minutes\n2,1,45 minutes\n",
    });
    const vary = ["--vary", "contact.first=40 minutes,60 minutes"];
    const words = ["sweep", "tiny.yaml", ...vary, ...HOW, ...OFTEN, "--ensemble", ".", "--store", "kept"];
    await linksimHere([...words, "--out", "out"], folder);
    // Two members with nothing of their own are the point itself: one cell each.
    expect(readdirSync(join(folder, "kept/cells"), { recursive: true }).filter(isCell)).toHaveLength(2);
  });
});

const isCell = (name: string | Buffer): boolean => /\.[a-z]+$/.test(String(name));
