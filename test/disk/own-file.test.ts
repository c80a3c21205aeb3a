import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeOwnFile } from "../../cli/disk/own-file.ts";
import { aFolder } from "../support/a-folder.ts";
import { deadMark } from "./a-dead-process.ts";

const write = (folder: string, contents: string): Promise<void> =>
  writeOwnFile({ path: join(folder, "page.html"), kind: "html" }, contents);
const page = (text: string): string => `<html>${text}</html>\n`;
const refusal = (writing: Promise<void>): Promise<{ exitCode: number; message: string }> =>
  writing.then(
    () => expect.fail("was not refused"),
    (failure) => failure,
  );

describe("a file that linksim writes", () => {
  it("takes the place of nothing, of an empty file, and of one that it wrote", async () => {
    const folder = aFolder({ "page.html": "" });
    for (const text of ["one", "two"]) {
      await write(folder, page(text));
      expect(readFileSync(join(folder, "page.html"), "utf8")).toContain(text);
    }
    expect(readdirSync(folder)).toEqual(["page.html"]);
  });

  it.each([
    ["somebody else's", () => page("thesis")],
    ["its own that was changed since", (own: string) => own.replace("one", "two")],
  ])("never takes the place of a file that is %s: it ends with exit code 1", async (_, change) => {
    const folder = aFolder();
    await write(folder, page("one"));
    const theirs = change(readFileSync(join(folder, "page.html"), "utf8"));
    writeFileSync(join(folder, "page.html"), theirs);
    const { exitCode, message } = await refusal(write(folder, page("three")));
    expect({ exitCode, message }).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining("page.html"),
    });
    expect(readFileSync(join(folder, "page.html"), "utf8")).toBe(theirs);
  });

  it("follows a link, and refuses one that leads nowhere, and a folder", async () => {
    const folder = aFolder({ real: "" });
    symlinkSync("real", join(folder, "page.html"));
    await write(folder, page("one"));
    expect(readFileSync(join(folder, "real"), "utf8")).toContain("one");
    const purged = aFolder();
    symlinkSync("/nowhere/purged", join(purged, "page.html"));
    expect(await refusal(write(purged, page("one")))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("is a link to /nowhere/purged, which does not exist"),
    });
    const full = aFolder();
    mkdirSync(join(full, "page.html"));
    expect((await refusal(write(full, page("one")))).exitCode).toBe(2);
  });

  it("clears away what killed processes were writing beside it", async () => {
    const folder = aFolder();
    writeFileSync(join(folder, `.tmp-page.html-${deadMark()}-0`), "<html>");
    await write(folder, page("one"));
    expect(readdirSync(folder)).toEqual(["page.html"]);
  });
});
