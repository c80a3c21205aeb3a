import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { refuseOverlap } from "../../cli/disk/apart.ts";
import { aFolder } from "../support/a-folder.ts";

const overlap = (out: string, other: string) => (): void =>
  refuseOverlap({ given: "--out", path: out }, [{ given: "--store", path: other }]);

describe("folders that a command uses", () => {
  it.each([
    ["are one", "a", "a/", "are one folder"],
    ["are one, written otherwise", "a", "b/../a", "are one folder"],
    ["are one through a link", "link", "a", "are one folder"],
    ["lie the second in the first", "a", "a/b/c", "are one folder"],
    ["lie the first in the second, through a link", "link/b", "a", "are one folder"],
  ])("are refused where they %s", (_, out, other, words) => {
    const folder = aFolder();
    mkdirSync(join(folder, "a"));
    symlinkSync("a", join(folder, "link"));
    expect(overlap(join(folder, out), join(folder, other))).toThrow(words);
  });

  it.each([".", "..", "/", "test/.."])("are refused where one is in them: %s", (out) => {
    expect(overlap(out, "/nowhere/kept")).toThrow("the folder that you are in, or holds it");
  });

  it("may lie beside each other, with names of which one begins the other", () => {
    const folder = aFolder();
    expect(overlap(join(folder, "out"), join(folder, "out.cells"))).not.toThrow();
    expect(overlap(join(folder, "..out"), folder.replace(dirname(folder), "/nowhere"))).not.toThrow();
  });
});
