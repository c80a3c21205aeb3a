import { describe, expect, it } from "vitest";
import { aFolder, linksim, SMALL } from "./linksim.ts";

describe("linksim check", () => {
  it("reads a scenario back in plain words", async () => {
    const { code, stdout } = await linksim(["check", "glasgow-pilot-cut"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Period: from 2 April 2014 for 104 weeks.");
    expect(stdout).toContain("Practices: 7 with 29,423 registered people.");
    expect(stdout).toContain(
      "from 1 April 2015: local and city-wide organisations lose 30 % of their income",
    );
    expect(stdout).toContain("Mechanisms: all on.");
    expect(stdout).toMatch(/of \d+ numbers that name a source, \d+ rest on grade-C rows/);
  });

  it("names the mechanisms that are off and practices without a post", async () => {
    const more =
      "mechanisms: { absorption: off, bounce: off }\nlink_workers: { posts: [{ id: one, practice: elm, fte: 0.5 }] }\n";
    const cwd = aFolder({ "s.yaml": SMALL + more });
    const { stdout } = await linksim(["check", "s.yaml"], { cwd });
    expect(stdout).toContain("Mechanisms off: absorption and bounce.");
    expect(stdout).toContain("1 of them without a link worker");
    expect(stdout).toContain("1 post (0.5 full-time)");
  });

  it("applies --set before it checks", async () => {
    const { code, stderr } = await linksim(["check", "glasgow-pilot", "--set", "link_workers.fte=7"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--set link_workers.fte");
  });

  it("checks what is sound also where another scenario is not", async () => {
    const cwd = aFolder({ "s.yaml": SMALL, "bad.yaml": "name: 3\n" });
    const { code, stdout } = await linksim(["check", "bad.yaml", "s.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain("small: no problem found.");
  });
});
