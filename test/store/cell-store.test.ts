import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../cli/store/cell.ts";
import { CellStore } from "../../cli/store/cell-store.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { deadMark, markOf } from "../disk/a-dead-process.ts";
import { aFolder } from "../support/a-folder.ts";

const CELL: Cell = {
  key: "ab".repeat(32),
  plan: "",
  replications: [
    {
      result: {
        replication: 0,
        events: 1,
        values: Float64Array.of(1),
        series: Float64Array.of(2),
        retention: new Float64Array(0),
        windowed: Float64Array.of(3),
      },
      fates: undefined,
    },
  ],
};
const KEY = { metric: "people.referred", groupBy: "all", group: "all", unit: "people" };
const PLAN: MeasurePlan = {
  scenario: "",
  weeks: 1,
  metrics: [KEY],
  series: [KEY],
  retention: [],
  windows: [
    {
      kind: "year",
      name: "year 1",
      from: 0,
      to: 10_080,
      followedTo: 10_080,
      firstDay: "2024-04-01",
      lastDay: "2024-04-07",
      empty: null,
    },
  ],
  windowed: [{ ...KEY, window: 0, needs: 0, has: 0 }],
};

/** Opens a store and keeps a cell there. */
async function withCell(folder: string): Promise<CellStore> {
  const store = await CellStore.open(folder);
  await store.write({ ...CELL, plan: await store.addPlan(PLAN) });
  return store;
}

const refusal = (opening: Promise<unknown>): Promise<{ exitCode: number; message: string }> =>
  opening.then(
    () => expect.fail("was not refused"),
    (failure) => failure,
  );

describe("a store", () => {
  it("is made in a folder that is not there, or is empty", async () => {
    const folder = join(aFolder(), "deep", "store");
    await CellStore.open(folder);
    expect(readdirSync(folder)).toContain("linksim-store.json");
    expect((await CellStore.find(folder))?.folder).toBe(folder);
  });

  it("is only looked for by those who write nothing", async () => {
    const folder = aFolder();
    expect(await CellStore.find(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    expect((await refusal(CellStore.openThere(folder))).exitCode).toBe(2);
  });

  it("is made where a kill, or another process at this moment, has left only unfinished files", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "unfinished"));
    writeFileSync(join(folder, "unfinished", "1-ab"), "{");
    await CellStore.open(folder);
    expect(readdirSync(folder)).toContain("linksim-store.json");
  });

  it("is made once, by however many open it at the same time", async () => {
    const folder = join(aFolder(), "store");
    await Promise.all(Array.from({ length: 20 }, () => CellStore.open(folder)));
    expect(readdirSync(folder).sort()).toEqual(["linksim-store.json", "unfinished"]);
  });

  it.each([
    ["of somebody else", { "thesis.txt": "years" }, "not a store of linksim"],
    ["of another program", { "linksim-store.json": '{"program":"other"}' }, "not a store of linksim"],
    ["with a damaged mark and somebody's files", { "linksim-store.json": "{", notes: "" }, "json is damaged"],
    [
      "of a newer form",
      { "linksim-store.json": '{"form":2}' },
      "found a store of format 2, expected format 1",
    ],
  ])("refuses a folder %s", async (_, files, words) => {
    const folder = aFolder(files);
    const { exitCode, message } = await refusal(CellStore.open(folder));
    expect(exitCode).toBe(2);
    expect(message).toContain(words);
    expect(readdirSync(folder)).toEqual(Object.keys(files));
  });

  it("refuses a file, and a place below a file", async () => {
    const folder = aFolder({ mine: "text" });
    expect((await refusal(CellStore.open(join(folder, "mine")))).exitCode).toBe(2);
    const below = await refusal(CellStore.open(join(folder, "mine", "store")));
    expect(below).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining("a part of its path is a file"),
    });
  });
});

describe("a store that something happened to", () => {
  it.each([
    ["emptied", ""],
    ["cut short", "{"],
    ["filled with nothing", "\0\0\0"],
    ["no object", "null"],
  ])("is taken up again where its mark was %s, and has its cells", async (_, text) => {
    const folder = aFolder();
    await withCell(folder);
    writeFileSync(join(folder, "linksim-store.json"), text);
    expect((await CellStore.find(folder))?.mended).toBe("mark");
    expect(readFileSync(join(folder, "linksim-store.json"), "utf8"), "looking writes nothing").toBe(text);
    const store = await CellStore.open(folder);
    expect(await store.read(CELL.key)).toMatchObject({ key: CELL.key });
    expect((await CellStore.find(folder))?.mended).toBeUndefined();
  });

  it("is taken up again where its mark was lost", async () => {
    const folder = aFolder();
    await withCell(folder);
    rmSync(join(folder, "linksim-store.json"));
    expect(await (await CellStore.open(folder)).read(CELL.key)).toBeDefined();
  });

  it("is made again, whole, where it was removed while it was in use", async () => {
    const folder = join(aFolder(), "kept");
    const store = await withCell(folder);
    await store.writeFile("orders/0123456789abcdef.json", "{}");
    rmSync(folder, { recursive: true });
    await store.write({ ...CELL, plan: await store.addPlan(PLAN) });
    expect(store.mended).toBe("removed");
    const again = await CellStore.openThere(folder);
    expect(await again.read(CELL.key)).toBeDefined();
    expect(await again.readText("orders/0123456789abcdef.json")).toBe("{}");
  });

  it("is left alone where something else is in its place by now, and where the folder above it is gone", async () => {
    const above = join(aFolder(), "disk");
    mkdirSync(above);
    const folder = join(above, "kept");
    const store = await withCell(folder);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, "thesis.txt"), "years of work");
    const replaced = await refusal(store.write({ ...CELL, plan: "" }));
    expect(replaced).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining("something else is in its"),
    });
    expect(readdirSync(folder)).toEqual(["thesis.txt"]);
    rmSync(above, { recursive: true });
    const gone = await refusal(store.write({ ...CELL, plan: "" }));
    expect(gone).toMatchObject({ exitCode: 1, message: expect.stringContaining("could not be written") });
  });

  it("loses what killed processes were writing, and nothing that others write now", async () => {
    const folder = aFolder();
    await withCell(folder);
    const running = `${markOf(process.ppid)}-0`;
    for (const name of [`${deadMark()}-7`, running]) writeFileSync(join(folder, "unfinished", name), "half");
    await CellStore.open(folder);
    expect(readdirSync(join(folder, "unfinished"))).toEqual([running]);
  });
});

describe("a store that is not needed any more", () => {
  it("is removed", async () => {
    const folder = join(aFolder(), "kept");
    const store = await withCell(folder);
    await store.writeFile("orders/0123456789abcdef.json", "{}");
    expect(await store.forget()).toEqual([]);
    expect(readdirSync(join(folder, ".."))).toEqual([]);
  });

  it("keeps and names what linksim did not write, or what was changed since", async () => {
    const folder = aFolder();
    const store = await withCell(folder);
    const cell = `cells/ab/${CELL.key}.cell`;
    await store.writeFile("orders/0123456789abcdef.json", "{}");
    writeFileSync(join(folder, "notes.md"), "seen");
    writeFileSync(join(folder, "plans", "notes.md"), "seen");
    writeFileSync(join(folder, "orders", "0123456789abcdef.json"), "{ }");
    writeFileSync(join(folder, cell), "my own numbers");
    const stays = [cell, "notes.md", "orders/0123456789abcdef.json", "plans/notes.md"];
    expect([...(await store.forget())].sort()).toEqual(stays);
    for (const name of stays) expect(readFileSync(join(folder, name), "utf8")).not.toBe("");
    expect(readdirSync(folder)).toContain("linksim-store.json");
  });
});
