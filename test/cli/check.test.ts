import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

describe("linksim check of an action without a target", () => {
  it("warns that it changes nothing", async () => {
    const cut =
      "timeline: [{ id: cut, date: 2014-06-02, kind: funding_cut, focuses: [alcohol], share: 50 % }]\n";
    const cwd = aFolder({ "s.yaml": `${SMALL}${cut}` });
    const { stderr, code } = await linksim(["check", "s.yaml"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^s\.yaml:12:12 timeline\[cut\]: warning: found no organisation that it concerns/);
  });
});

describe("linksim check", () => {
  it("reads a scenario back in plain words", async () => {
    const cut =
      "{ id: cut, date: 2014-10-01, kind: funding_cut, types: [local, city_wide], share: 30 %, over: 4 weeks }";
    const cwd = aFolder({ "s.yaml": `${SMALL}timeline: [${cut}]\n` });
    const { code, stdout: lines } = await linksim(["check", "s.yaml"], { cwd });
    expect(code).toBe(0);
    const stdout = lines.replaceAll(/\s+/g, " ");
    expect(stdout).toContain("Period: from 2 April 2014 for 40 weeks.");
    expect(stdout).toContain("Practices: 2 with 7,000 registered people.");
    expect(stdout).toContain("Link workers: 2 posts (2 full-time), 2 waiting lists");
    expect(stdout).toContain("3 (1 local, 1 city-wide, 1 statutory)");
    expect(stdout).toContain(
      "from 1 October 2014: local and city-wide organisations lose 30 % of their income, over 4 weeks.",
    );
    expect(stdout).toContain("Mechanisms off: fundraising, presence, onward and reliance.");
  });

  it("counts the numbers that rest on weak evidence", async () => {
    const { stdout } = await linksim(["check", "starter"]);
    expect(stdout).toMatch(/of \d+ numbers that name a source, \d+ rest on grade-C rows/);
    expect(stdout).toMatch(/Idle: of \d+ numbers with a range \d+ change nothing here: /);
  });

  it("names the mechanisms that are off and practices without a post", async () => {
    const posts = "link_workers: { posts: [{ id: one, practice: elm, fte: 0.5 }] }";
    const off = "mechanisms: { absorption: off, bounce: off }\n";
    const cwd = aFolder({ "s.yaml": SMALL.replace("link_workers: { fte: 1 }", posts) + off });
    const { stdout } = await linksim(["check", "s.yaml"], { cwd });
    expect(stdout).toContain("presence, onward, reliance, absorption and bounce.");
    expect(stdout).toContain("1 of them without a link worker");
    expect(stdout).toContain("1 post (0.5 full-time)");
  });

  it("applies --set before it checks", async () => {
    const { code, stderr } = await linksim(["check", "glasgow-pilot", "--set", "link_workers.fte=7"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--set link_workers.fte");
  });

  it("checks what is valid also where another scenario is not", async () => {
    const cwd = aFolder({ "s.yaml": SMALL, "bad.yaml": "name: 3\n" });
    const { code, stdout } = await linksim(["check", "bad.yaml", "s.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain("small: no problem found.");
  });
});
