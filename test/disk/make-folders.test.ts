import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolders } from "../../cli/disk/make-folders.ts";
import { aFolder } from "../support/a-folder.ts";

const reason = (making: Promise<unknown>): Promise<string> =>
  making.then(
    () => "was made",
    (failure) => failure.code ?? failure.message,
  );

describe("folders on the way to a place", () => {
  it("are made, the first of them is named, and those that are there stay", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "a"));
    expect(await makeFolders(join(folder, "a", "b", "c"))).toBe(join(folder, "a", "b"));
    expect(await makeFolders(join(folder, "a", "b", "c"))).toBeUndefined();
    expect(readdirSync(join(folder, "a", "b"))).toEqual(["c"]);
  });

  it("may be made by many at once", async () => {
    const deep = join(aFolder(), "a", "b", "c");
    await Promise.all(Array.from({ length: 20 }, () => makeFolders(deep)));
    expect(existsSync(deep)).toBe(true);
  });

  it("end in a reason where a file is, or a link that leads nowhere", async () => {
    const folder = aFolder({ file: "" });
    symlinkSync("/nowhere/purged", join(folder, "link"));
    expect(await reason(makeFolders(join(folder, "file")))).toBe("ENOTDIR");
    expect(await reason(makeFolders(join(folder, "file", "below")))).toBe("ENOTDIR");
    expect(await reason(makeFolders(join(folder, "link", "below")))).toBe(
      `${join(folder, "link")} is a link to /nowhere/purged, which does not exist`,
    );
  });

  it("end in a reason where a folder answers that its children do not exist (skipped: no /proc)", async ({
    skip,
  }) => {
    if (!existsSync("/proc/self")) skip("skipped: no /proc");
    expect(await reason(makeFolders("/proc/foo/deep"))).toBe("no folder can be made in /proc");
  });
});
