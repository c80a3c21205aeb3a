import { describe, expect, it } from "vitest";
import { linksim } from "./linksim.ts";

describe("linksim parameters", () => {
  it("lists those of a grade that can change something, as CSV", async () => {
    const { code, stdout } = await linksim(["parameters", "starter", "--grade", "c", "--active", "--csv"]);
    expect(code).toBe(0);
    const [header, ...rows] = stdout.trimEnd().split("\n");
    expect(header).toContain("path,unit,default,low,high,distribution,grade,evidence,mechanism,is_active");
    expect(rows).toContain("drop_off.base,,-3,-3.5,-1.5,uniform,C,A-leave-base,drop-off,yes,,drop-off");
    expect(rows.every((row) => row.includes(",C,") && row.includes(",yes,"))).toBe(true);
  });

  it("says why others change nothing", async () => {
    const { stdout } = await linksim(["parameters"]);
    expect(stdout).toMatch(/^glasgow-pilot: \d+ numbers with a range, \d+ of them active; /);
    expect(stdout).toContain("no contact is a group session (contact.group.share is 0): contact.group");
  });

  it("does not write two things on stdout at once", async () => {
    const { code, stderr } = await linksim(["parameters", "--csv", "--json"]);
    expect([code, stderr]).toEqual([2, "--json and --csv do not go together. Give one of them.\n"]);
  });
});

describe("linksim sweep over what the evidence allows", () => {
  const dryRun = ["--design", "lhs", "-n", "2", "--replications", "1", "--dry-run", "--json"];

  it("varies every active parameter but those left out, one of shares of one whole", async () => {
    const asked = ["--vary-evidence", "--grade", "C", "--except", "referral.rate"];
    const { code, stdout, stderr } = await linksim(["sweep", "starter", ...asked, ...dryRun]);
    expect([code, stderr.match(/varies \d{3} parameters/)?.length]).toEqual([0, 1]);
    expect(stderr).toContain("link_workers.time.networking, link_workers.time.practice");
    expect(JSON.parse(stdout).states[0].values.length).toBeGreaterThan(100);
  });

  it("refuses a parameter that cannot change anything, unless it is allowed", async () => {
    const words = ["sweep", "starter", "--vary", "contact.group.people=range", ...dryRun];
    const refused = await linksim(words);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      "--vary contact.group.people: it changes nothing in this scenario: no contact is a group session " +
        "(contact.group.share is 0).\nNothing was run. Leave them out, or give --allow-inert.\n",
    ]);
    expect((await linksim([...words, "--allow-inert"])).code).toBe(0);
  });
});
