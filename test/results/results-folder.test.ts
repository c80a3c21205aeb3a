import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openResults } from "../../cli/results/open-results.ts";
import { ResultsFolder } from "../../cli/results/results-folder.ts";
import { deadMark, markOf } from "../disk/a-dead-process.ts";
import { aFolder } from "../support/a-folder.ts";

const { signal } = new AbortController();

/** Writes results that consist of one word. */
async function writeResults(out: string, word: string): Promise<void> {
  const folder = await ResultsFolder.open(out);
  await folder.write("summary.csv", [word], signal);
  await folder.finish({ program: "linksim", content_hash: folder.contentHash, files: folder.files }, signal);
}

const wordIn = (out: string): string => readFileSync(join(out, "summary.csv"), "utf8");

describe("what killed processes left beside a results folder", () => {
  it("is cleared away at the next start: results and files that were not finished", async () => {
    const cwd = aFolder();
    const mark = deadMark();
    mkdirSync(join(cwd, `.tmp-out-${mark}-0`));
    writeFileSync(join(cwd, `.tmp-out-${mark}-0`, "events.csv"), "half a li");
    writeFileSync(join(cwd, `.tmp-out.html-${mark}-1`), "<html>");
    await writeResults(join(cwd, "out"), "new");
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  it("stays where its process runs, where it is another machine's, and where somebody's files are in it", async () => {
    const cwd = aFolder();
    const running = `.tmp-out-${markOf(process.ppid)}-0`;
    const elsewhere = `.tmp-out-${deadMark().replace(/^[0-9a-f]{8}/, "00000000")}-0`;
    const withNotes = `.tmp-out-${deadMark()}-0`;
    for (const name of [running, elsewhere, withNotes]) mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, withNotes, "notes.md"), "years of work");
    await writeResults(join(cwd, "out"), "new");
    expect(readdirSync(cwd).sort()).toEqual([running, elsewhere, withNotes, "out"].sort());
  });

  it("goes back to its place where a kill came between setting it aside and putting the new in its place", async () => {
    const cwd = aFolder();
    const out = join(cwd, "out");
    await writeResults(out, "old");
    const beside = join(cwd, `.tmp-out-${deadMark()}-0`);
    renameSync(out, `${beside}-old`);
    mkdirSync(beside);
    await ResultsFolder.check(out);
    expect(readdirSync(cwd)).toEqual(["out"]);
    expect(wordIn(out)).toBe("old");
  });

  it("is named with how to put it back by what reads results", async () => {
    const cwd = aFolder();
    const out = join(cwd, "out");
    await writeResults(out, "old");
    const aside = join(cwd, `.tmp-out-${deadMark()}-0-old`);
    renameSync(out, aside);
    expect(() => openResults(out)).toThrow(
      `${out}: a command that was killed while it replaced these results left the earlier ones in ${aside}. Put ` +
        `them back with: mv ${aside} ${out}`,
    );
    expect(() => openResults(join(cwd, "other"))).toThrow("found no linksim results there");
  });

  it("is removed where the new results are in their place, but for what somebody has put there", async () => {
    const cwd = aFolder();
    const out = join(cwd, "out");
    const [aside, withNotes] = [0, 1].map((n) => join(cwd, `.tmp-out-${deadMark()}-${n}-old`));
    for (const place of [aside, withNotes]) await writeResults(place, "old");
    writeFileSync(join(withNotes, "notes.md"), "years of work");
    await writeResults(out, "new");
    expect(readdirSync(withNotes)).toEqual(["notes.md"]);
    expect(readdirSync(cwd)).toHaveLength(2);
    expect(wordIn(out)).toBe("new");
  });
});

describe("a results folder that is written", () => {
  it("by many at once holds the whole of one of them", async () => {
    const cwd = aFolder();
    const out = join(cwd, "out");
    const words = Array.from({ length: 8 }, (_, n) => `results ${n}`);
    await Promise.all(words.map((word) => writeResults(out, word)));
    expect(words).toContain(wordIn(out));
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  it("is not taken for somebody else's while another process exchanges it", async () => {
    const cwd = aFolder();
    const [out, next, aside] = ["out", "next", "aside"].map((name) => join(cwd, name));
    for (const place of [out, next]) await writeResults(place, "whole");
    for (let turns = 0; turns < 200; turns++) {
      const checked = ResultsFolder.check(out);
      for (let turn = 0; turn < turns % 20; turn++) await stat(cwd);
      renameSync(out, aside);
      await stat(cwd);
      renameSync(next, out);
      renameSync(aside, next);
      expect(await checked).toBeUndefined();
    }
  });

  it("ends in one line where what was written is removed meanwhile, and leaves the earlier results", async () => {
    const cwd = aFolder();
    const out = join(cwd, "out");
    await writeResults(out, "old");
    const folder = await ResultsFolder.open(out);
    for (const name of readdirSync(cwd))
      if (name.startsWith(".tmp-")) rmSync(join(cwd, name), { recursive: true });
    const failure = await folder.finish({}, signal).catch((why) => why);
    await folder.discard();
    expect(failure).toMatchObject({ exitCode: 1, message: expect.stringContaining("could not be written") });
    expect(wordIn(out)).toBe("old");
  });

  it("is undone when the program ends in the middle of the exchange", async () => {
    const cwd = aFolder();
    const out = join(cwd, "out");
    await writeResults(out, "old");
    const before = process.listeners("exit");
    await ResultsFolder.open(out);
    const [undo] = process.listeners("exit").filter((listener) => !before.includes(listener));
    const [beside] = readdirSync(cwd).filter((name) => name.startsWith(".tmp-"));
    renameSync(out, join(cwd, `${beside}-old`));
    undo(0);
    process.off("exit", undo);
    expect(readdirSync(cwd)).toEqual(["out"]);
    expect(wordIn(out)).toBe("old");
  });
});
