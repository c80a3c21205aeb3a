import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QUIETLY } from "../../bench/hostile/quietly.ts";
import { decodeCell } from "../../cli/store/cell.ts";
import { CellStore } from "../../cli/store/cell-store.ts";
import { sha256 } from "../../cli/store/digests.ts";
import { fitsPlan, parsePlan } from "../../cli/store/kept-plan.ts";
import { mergeStores } from "../../cli/work/merge-stores.ts";
import { aFolder } from "../support/a-folder.ts";

const WELL = {
  key: "k",
  plan: "p",
  replications: [[0, 1]],
  columns: [
    ["values", "Float64Array", 1],
    ["series", "Float64Array", 0],
    ["retention", "Float64Array", 0],
    ["windowed", "Float64Array", 0],
  ],
};

/** Writes a cell by hand, with the digest that fits it. */
function written(facts: object, bytes = Buffer.alloc(8)): Buffer {
  const { key, plan, replications, columns } = { ...WELL, ...facts };
  const digested = { key, plan, replications, columns };
  const digest = sha256(JSON.stringify(digested) + bytes.toString("latin1"));
  const header = { linksim: "cell", form: 1, ...digested, sha256: digest };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]);
}

describe("a cell that somebody wrote by hand, with a digest that fits", () => {
  it("is read where it has the form of one", () => {
    expect(decodeCell("k", written({}))?.replications).toHaveLength(1);
  });

  it.each<[string, object]>([
    ["a column of length 1e12", { columns: [["values", "Float64Array", 1e12], ...WELL.columns.slice(1)] }],
    ["a column that is null", { columns: [null, ...WELL.columns.slice(1)] }],
    ["a column __proto__", { columns: [...WELL.columns, ["__proto__", "Int32Array", 0]] }],
    ["a kind that is none", { columns: [["values", "toString", 1], ...WELL.columns.slice(1)] }],
    ["no replication", { replications: [] }],
    ["a replication that is null", { replications: [null] }],
    ["columns that are no list", { columns: "values" }],
  ])("counts as damaged for %s", (_, facts) => {
    expect(decodeCell("k", written(facts))).toBeUndefined();
  });

  it("counts as damaged where it has fewer numbers than its plan says", () => {
    const cell = decodeCell("k", written({}));
    const none = {
      scenario: "",
      weeks: 1,
      metrics: [],
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    };
    expect(cell !== undefined && fitsPlan(cell, none)).toBe(false);
    expect(parsePlan(JSON.stringify(none))).toEqual(none);
    expect(parsePlan('{"metrics": null}')).toBeUndefined();
  });
});

describe("merge of a store whose order somebody wrote by hand", () => {
  const RUN = {
    kind: "run",
    seed: "1",
    extent: { kind: "replications", count: 2 },
    formats: ["csv"],
    events: false,
    variants: false,
  };
  const scenario = { argument: "s.yaml", files: [], resolved: "extends: ../../secret.yaml\nname: a\n" };

  it.each<[string, object, RegExp]>([
    [
      "2e9 replications",
      { order: { ...RUN, extent: { kind: "replications", count: 2e9 } } },
      /order\.extent\.count/,
    ],
    ["no scenario", { scenarios: [] }, /bad\.json .*scenarios/],
    ["a scenario that is null", { scenarios: [null] }, /bad\.json .*scenarios\.0/],
    ["a scenario that names a file outside", {}, /scenarios\[1\]\.resolved:1.*extends/],
  ])("is refused for %s", async (_, changes, reason) => {
    const folder = join(aFolder(), "store");
    const store = await CellStore.open(folder);
    const kept = { order: RUN, model: "m", set: [], scenarios: [scenario], ...changes };
    await store.writeFile("orders/bad.json", JSON.stringify(kept));
    await expect(mergeStores([folder], { ...QUIETLY, store: folder })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(reason),
    });
  });

  it("is refused where the order is a link to a device, which is not read", async () => {
    const folder = join(aFolder(), "store");
    const store = await CellStore.open(folder);
    await store.writeFile("orders/other.json", "{}");
    symlinkSync("/dev/zero", join(folder, "orders", "bad.json"));
    await expect(mergeStores([folder], { ...QUIETLY, store: folder })).rejects.toMatchObject({ exitCode: 2 });
  });
});
