import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QUIETLY } from "../../bench/hostile/quietly.ts";
import { carriersBeside } from "../../cli/work/carriers-beside.ts";
import { reportOf } from "../../cli/work/report-of.ts";
import { aFolder } from "../support/a-folder.ts";

describe("what becomes of the page beside results that were just written without one", () => {
  it("is asked of the hash that was written, since another process may have taken the place by now", async () => {
    const out = join(aFolder(), "taken");
    expect(await reportOf({ ...QUIETLY, out, reports: false }, "0".repeat(64))).toEqual([]);
    expect(await carriersBeside({ ...QUIETLY, out })).toEqual([]);
  });

  it("is that somebody else's page stays", async () => {
    const cwd = aFolder();
    writeFileSync(join(cwd, "out.html"), "<p>years of work</p>");
    expect(await reportOf({ ...QUIETLY, out: join(cwd, "out"), reports: false }, "0".repeat(64))).toEqual([]);
    expect(existsSync(join(cwd, "out.html"))).toBe(true);
  });
});
