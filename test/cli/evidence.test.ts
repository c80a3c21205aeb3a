import { describe, expect, it } from "vitest";
import { linksim } from "./linksim.ts";

describe("linksim evidence", () => {
  it("lists the register, a row a line of at most 100 characters", async () => {
    const { code, stdout } = await linksim(["evidence"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^id +grade +value and unit +range +parameter\n/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("shows one row in full, and the defaults that rest on it", async () => {
    const { code, stdout } = await linksim(["evidence", "R8"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^R8\n {2}parameter /);
    expect(stdout).toMatch(/used by +referral\.rate/);
  });

  it("knows a row for every number of the defaults", async () => {
    const { stdout, stderr } = await linksim(["check", "glasgow-pilot"]);
    expect(stderr).toBe("");
    expect(stdout).not.toContain("register does not have");
  });

  it("lists the rows of one grade, also as JSON", async () => {
    const rows = JSON.parse((await linksim(["evidence", "--grade", "c", "--json"])).stdout);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.grade).toMatch(/^C/);
    expect(rows.some((row: { used_by: string[] }) => row.used_by.length > 0)).toBe(true);
  });

  it("names the nearest row for an id that is not there", async () => {
    const { code, stderr } = await linksim(["evidence", "R88"]);
    expect(code).toBe(2);
    expect(stderr).toContain("no row of the evidence register has that id. Did you mean R");
  });
});
