import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CellStore } from "../../cli/store/cell-store.ts";
import { aFolder } from "../support/a-folder.ts";

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
    ["with a mark that is no JSON", { "linksim-store.json": "{" }, "not a store of linksim"],
    ["with a mark that says nothing", { "linksim-store.json": "null" }, "not a store of linksim"],
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
